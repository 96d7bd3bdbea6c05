import type { Payload, PayloadRequest } from 'payload'
import { errorCode, inTransaction } from '@/database'

/**
 * Does one thing of many, in a transaction of its own. One that cannot be dealt with is rolled back
 * and keeps none of the others waiting: the next round tries again.
 * @param name for the log, where an error's own words may name people: 'retard of reservation 7'
 * @returns whether it was done
 */
export async function doApart(
  payload: Payload,
  name: string,
  work: (req: PayloadRequest) => Promise<boolean>,
): Promise<boolean> {
  try {
    return await inTransaction(payload, {}, work)
  } catch (error) {
    payload.logger.error({ msg: `${name} failed: ${errorCode(error)}` })
    return false
  }
}
