import type { Payload } from 'payload'
import { rowsOf, sql } from '@/database'
import type { Kind, Status } from '@/domain/status'
import { addDays, instantOf, localDay } from '@/domain/zone'
import { env } from '@/env'
import { unreachedClients } from '@/messaging/unreached'
import { sharesQuery } from './shares'

export type Line = {
  id: number
  reference: string
  status: Status
  kind: Kind
  startsAt: string
  endsAt: string
  respondBy: string
  respondedAt: string | null
  client: string
  property: string
}
/** `owners`: of how many these are the ones shown. */
export type Share = { name: string | null; kept: number; due: number; owners: number }
export type Stuck = {
  id: number
  subject: string | null
  recipient: string | null
  state: 'echouee' | 'abandonnee'
  unknownOutcome: boolean | null
}

type Morning = {
  waiting: (Line & { count: number; late: number })[]
  agenda: Line[]
  stuck: (Stuck & { count: number })[]
  shares: Share[]
}

const MOST = 20

/**
 * What the morning needs, in two statements however many reservations there are.
 * @param owner only what belongs to this user's properties; null for all
 */
export async function dashboardFacts(payload: Payload, owner: number | null, now: Date) {
  const req = { payload, transactionID: undefined }
  const mine =
    owner === null
      ? sql`true`
      : sql`exists (select 1 from properties_rels o where o.parent_id = r.property_id
          and o.path = 'owners' and o.users_id = ${owner})`
  const line = sql`r.id, r.reference, r.status, r.kind, r.starts_at as "startsAt",
    r.ends_at as "endsAt", r.respond_by as "respondBy", r.responded_at as "respondedAt",
    c.name as client, p.title as property`
  const joined = sql`join clients c on c.id = r.client_id join properties p on p.id = r.property_id`
  const zone = env.timeZone
  const today = localDay(now, zone)
  const midnight = (days: number) => instantOf(addDays(today, days), '00:00', zone).toISOString()

  const waiting = sql`
        select ${line}, w.count, w.late
        -- Counted before anything is joined: it is a few rows that are shown.
        from (select r.id, r.awaiting_until, r.starts_at, count(*) over ()::int as count,
              count(*) filter (where r.awaiting_until < now()) over ()::int as late
            from reservations r where r.status = 'en_attente' and ${mine}
            order by r.awaiting_until, r.starts_at limit ${MOST}) w
          join reservations r on r.id = w.id ${joined}
        order by w.awaiting_until, w.starts_at`
  // Each day has places of its own: a full today leaves tomorrow its own.
  const dayOf = (days: number) => sql`
        (select ${line} from reservations r ${joined} where r.status in ('en_attente', 'confirmee') and ${mine}
          and r.starts_at >= ${midnight(days)} and r.starts_at < ${midnight(days + 1)}
        order by r.starts_at limit 25)`
  const agenda = sql`${dayOf(0)} union all ${dayOf(1)}`
  const stuck = sql`
        select m.id, m.subject, m.recipient, m.state, m.unknown_outcome as "unknownOutcome", count(*) over ()::int as count
        from messages m left join reservations r on r.id = m.reservation_id
        where m.state in ('echouee', 'abandonnee') and m.withdrawn_at is null and ${mine}
        order by m.created_at desc limit 5`
  const all = (query: ReturnType<typeof sql>) =>
    sql`(select coalesce(json_agg(q), '[]') from (${query}) q)`
  const [row] = await rowsOf<Morning>(
    req,
    sql`select ${all(waiting)} as waiting, ${all(agenda)} as agenda, ${all(stuck)} as stuck,
          ${all(sharesQuery(owner, today))} as shares`,
  )
  if (!row) throw new Error('the morning answered no row')
  const unreached = await unreachedClients(req, owner, MOST)
  return { ...row, unreached, today }
}

export type DashboardFacts = Awaited<ReturnType<typeof dashboardFacts>>
