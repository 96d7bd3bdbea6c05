import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'

/** Why a client may not know: no address given, given up, or come back. */
export type UnreachedReason = 'sans_email' | 'abandonnee' | 'revenue'

export type Unreached = {
  reservation: number
  reference: string
  message: number
  subject: string | null
  clientName: string
  /** E.164. */
  clientPhone: string
  reason: UnreachedReason
  since: string
}

/**
 * The clients to call ("à joindre"), the longest waiting first: the latest thing they were told
 * reached them by no mail and no text on their phone, they have not acted on their page since, and
 * nobody has called. What is over is left out.
 * @param owner only properties of this user; null for all
 */
export function unreachedClients(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  owner: number | null,
  most = 50,
): Promise<Unreached[]> {
  const theirs =
    owner === null
      ? sql`true`
      : sql`exists (select 1 from properties_rels o where o.parent_id = r.property_id
              and o.path = 'owners' and o.users_id = ${owner})`
  return rowsOf<Unreached>(
    req,
    sql`select u.*, c.name as "clientName", c.phone as "clientPhone"
        from (
          select r.id as reservation, r.reference, r.client_id, m.id as message, m.subject,
            m.created_at as since,
            case when m.returned_at is not null then 'revenue'
                 when m.state = 'abandonnee' then 'abandonnee' else 'sans_email' end as reason
          from messages m join reservations r on r.id = m.reservation_id
          -- The words of the index messages_unreached.
          where m.audience = 'client' and m.direction = 'sortant' and m.template is not null
            and m.withdrawn_at is null and m.opened_at is null
            and (m.state in ('abandonnee', 'publiee') or m.returned_at is not null)
            and r.ends_at > now() and r.status_reason is distinct from 'annulee_client' and ${theirs}
            and not exists (select 1 from erasures e where e.client_id = r.client_id)
            and not exists (select 1 from messages n where n.reservation_id = m.reservation_id
              and n.audience = 'client' and n.direction = 'sortant' and n.template is not null
              and n.withdrawn_at is null and (n.created_at, n.id) > (m.created_at, m.id))
            and not exists (select 1 from channel_deliveries d
              where d.message_id = m.id and coalesce(d.delivered_at, d.read_at) is not null)
            and not exists (
              select 1 from message_events e where e.message_id = m.id and e.kind = 'jointe')
          order by m.created_at limit ${most}) u
        join clients c on c.id = u.client_id
        order by u.since`,
  )
}
