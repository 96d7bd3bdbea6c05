import type { Payload } from 'payload'
import { rowsOf, sql } from '@/database'
import { DELAYS, type Tally, type WhatIf } from '@/domain/report'
import { addMonths, instantOf, type Month } from '@/domain/zone'
import { env } from '@/env'

export type Scope = {
  /** Both included. */
  from: Month
  to: Month
  /** Only the properties of this owner; null for the whole house. */
  owner: number | null
}

export const GROUPS = ['total', 'owner', 'property', 'kind', 'month'] as const
export type Group = (typeof GROUPS)[number]
export type GroupTally = Tally & { key: string | null }

const startOf = (month: Month) => instantOf(`${month}-01`, '00:00', env.timeZone).toISOString()

/**
 * Each request of the period with the fate of its promise: kept, broken, or null while it is open
 * or where the client went away in time. Minutes are working minutes, as the promise counts them.
 */
const fates = ({ from, to, owner }: Scope) => sql`
  select r.property_id, r.kind::text as kind, r.status_reason,
    to_char(r.created_at at time zone ${env.timeZone}, 'YYYY-MM') as month,
    case when r.responded_at is not null then coalesce(r.answer_minutes::float8,
      extract(epoch from r.responded_at - r.created_at)::float8 / 60) end as minutes,
    case
      when r.responded_at is not null then r.responded_at <= r.respond_by
      when r.status_reason = 'expiree' then false
      when r.status = 'annulee' then case when r.respond_by < (
        select max(h.at) from status_history h where h.reservation_id = r.id) then false end
      when r.respond_by < now() then false
    end as kept
  from reservations r
  where r.created_at >= ${startOf(from)} and r.created_at < ${startOf(addMonths(to, 1))}
    and (${owner}::int is null or exists (select 1 from properties_rels o
      where o.parent_id = r.property_id and o.path = 'owners' and o.users_id = ${owner}::int))`

const GROUPED: Record<Group, { key: ReturnType<typeof sql>; join: ReturnType<typeof sql> }> = {
  total: { key: sql`null::text`, join: sql`` },
  kind: { key: sql`f.kind`, join: sql`` },
  month: { key: sql`f.month`, join: sql`` },
  property: { key: sql`p.title`, join: sql`join properties p on p.id = f.property_id` },
  // A request of two owners counts for each; one of no owner is the reference admin's.
  owner: {
    key: sql`u.name`,
    join: sql`left join properties_rels o on o.parent_id = f.property_id and o.path = 'owners'
      left join users u on u.id = o.users_id`,
  },
}

/** The numbers of a period, one row for each owner, property, kind or month: one statement. */
export async function tallies(payload: Payload, group: Group, scope: Scope): Promise<GroupTally[]> {
  const { key, join } = GROUPED[group]
  return rowsOf<GroupTally>(
    { payload, transactionID: undefined },
    sql`with fates as (${fates(scope)})
      select ${key} as key, count(*)::int as requests, count(f.kept)::int as judged,
        (count(*) filter (where f.kept))::int as kept,
        (count(*) filter (where f.status_reason = 'expiree'))::int as expired,
        percentile_cont(0.5) within group (order by f.minutes) as median,
        percentile_cont(0.9) within group (order by f.minutes) as p90
      from fates f ${join} group by 1 order by requests desc, 1`,
  )
}

/** What other delays would have kept of the judged promises of a period. */
export async function whatIfs(payload: Payload, scope: Scope): Promise<WhatIf[]> {
  const delays = [...new Set([...DELAYS, env.slaMinutes])]
  const list = sql.join(
    delays.map((minutes) => sql`(${minutes}::int)`),
    sql`, `,
  )
  return rowsOf<WhatIf>(
    { payload, transactionID: undefined },
    sql`with fates as (${fates(scope)})
      select d.minutes, (count(*) filter (where f.kept is not null and f.minutes <= d.minutes))::int
        as kept
      from (values ${list}) d (minutes) left join fates f on true group by 1 order by 1`,
  )
}
