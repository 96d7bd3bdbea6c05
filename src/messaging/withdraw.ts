import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { ledgerLine } from '@/domain/ledger'
import type { StaleReason } from '@/domain/relevance'

/** Ends a message that nobody has tried to send yet, because it is no longer true. */
export async function withdraw(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  message: number,
  because: StaleReason,
): Promise<void> {
  const words = ledgerLine({ kind: 'retiree', attempt: null, by: null, detail: because }, 'fr')
  await rowsOf(
    req,
    sql`with done as (
          update messages set state = 'abandonnee', next_attempt_at = null, withdrawn_at = now(),
            last_error = ${words}, updated_at = now()
          where id = ${message} and state in ('a_envoyer', 'echouee') returning id)
        insert into message_events (message_id, kind, detail)
        select id, 'retiree', ${because} from done`,
  )
}
