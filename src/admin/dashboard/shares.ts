import { sql } from '@/database'
import { addDays, instantOf, type Day } from '@/domain/zone'
import { env } from '@/env'

/** More owners than this are a report, not a morning: of those the ones who kept the fewest. */
const MOST = 20

/**
 * The promises that fell due this month until tonight, and those kept, owner by owner. Answered ones
 * stand counted in `answered_promises`, by months of UTC: what the month of the place has before or
 * after those is counted by its rows, a few hours of them.
 * @param owner only this user's properties; null for all
 */
export function sharesQuery(owner: number | null, today: Day) {
  const first = `${today.slice(0, 8)}01`
  const from = instantOf(first, '00:00', env.timeZone)
  const to = instantOf(addDays(today, 1), '00:00', env.timeZone)
  const counted = new Date(`${first}T00:00:00Z`)
  const countedTo = new Date(counted)
  countedTo.setUTCMonth(countedTo.getUTCMonth() + 1)
  const unanswered = sql`select property_id, 0, 1 from reservations
      where responded_at is null and respond_by >= ${from.toISOString()}
        and respond_by < least(now(), ${to.toISOString()}::timestamptz)`
  const each = sql`
    select u.name, sum(f.kept)::int as kept, sum(f.due)::int as due
    from (
      select property_id, kept, answered as due from answered_promises where month = ${first}::date
      union all ${withoutRows(counted, from)}
      union all ${withoutRows(to, countedTo)}
      union all ${unanswered} and status = 'en_attente'
      union all ${unanswered} and status <> 'en_attente'
        and status_reason is distinct from 'annulee_client') f
    left join properties_rels o on o.parent_id = f.property_id and o.path = 'owners'
      and (${owner}::int is null or o.users_id = ${owner})
    left join users u on u.id = o.users_id
    where ${owner}::int is null or o.users_id = ${owner}
    group by u.id having sum(f.due) > 0`
  return sql`
    select * from (
      select *, count(*) over ()::int as owners from (${each}) each
      order by kept::float8 / due, due desc, name limit ${MOST}) least
    order by name nulls last`
}

/** Takes the answered promises from one instant to another away; adds them when they run backwards. */
function withoutRows(from: Date, to: Date) {
  const [sign, start, end] = from < to ? [-1, from, to] : [1, to, from]
  return sql`select property_id, case when responded_at <= respond_by then ${sign}::int else 0 end,
        ${sign}::int from reservations
      where responded_at is not null
        and respond_by >= ${start.toISOString()} and respond_by < ${end.toISOString()}`
}
