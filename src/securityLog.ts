import type { PayloadRequest } from 'payload'
import { afterCommit } from '@/database'

/** What an administrator looks for after something went wrong at the doors. */
export type SecurityEvent =
  | 'second_factor_added'
  | 'second_factor_removed'
  | 'recovery_codes_replaced'
  | 'recovery_code_used'
  | 'code_refused'
  | 'password_refused'

/**
 * One line of the log, beside its request id, once what it tells is committed. Accounts by their
 * numbers: a log names nobody.
 * @param user whose account it is
 * @param by who did it
 */
export function recordSecurity(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  event: SecurityEvent,
  { user, by }: { user: number; by: number },
): Promise<void> {
  const line = { security: event, user, by, msg: `security: ${event}` }
  return afterCommit(req, () => req.payload.logger.warn(line))
}
