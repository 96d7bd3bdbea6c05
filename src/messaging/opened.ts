import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'

/**
 * The client acts on their page (writes, cancels, finds the booking by its contact): whatever
 * stands there has been put before them. Merely opening a link writes nothing, for it changes
 * nothing, and programs that scan mail open links too.
 */
export async function recordOpened(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  reservation: number,
  client: string,
): Promise<void> {
  await rowsOf(
    req,
    sql`with seen as (
          update messages set opened_at = now(), updated_at = now()
          where reservation_id = ${reservation} and audience = 'client' and direction = 'sortant'
            and opened_at is null and withdrawn_at is null returning id)
        insert into message_events (message_id, kind, said_by) select id, 'ouverte', ${client} from seen`,
  )
}
