import type { ClientBase } from 'pg'

/** What must be true of any whole set of data, and which no single constraint can say. */
const INVARIANTS: { name: string; broken: string }[] = [
  {
    name: 'every reservation begins its history with its request',
    broken: `select r.reference from reservations r where not exists (
      select 1 from status_history h where h.reservation_id = r.id and h.from is null)`,
  },
  {
    name: 'the last step of the history is the status of the reservation',
    broken: `select r.reference from reservations r where r.status::text is distinct from (
      select h.to::text from status_history h where h.reservation_id = r.id
      order by h.at desc, h.id desc limit 1)`,
  },
  {
    name: 'every step of a history begins where the one before ended',
    broken: `select reference from (
      select r.reference, h.from::text as begins,
        lag(h.to::text) over (partition by h.reservation_id order by h.at, h.id) as before
      from status_history h join reservations r on r.id = h.reservation_id) steps
      where begins is distinct from before`,
  },
  {
    name: 'every request told its client',
    broken: `select r.reference from reservations r where not exists (
      select 1 from messages m where m.reservation_id = r.id and m.template = 'accuse_reception')`,
  },
  {
    name: 'what stands counted of answered promises is what was answered',
    broken: `select coalesce(a.month, r.month) || ', property ' || coalesce(a.property_id, r.property_id)
        as reference
      from (select * from answered_promises where answered <> 0) a
      full join (select date_trunc('month', respond_by at time zone 'UTC')::date as month,
          property_id, count(*) filter (where responded_at <= respond_by) as kept, count(*) as answered
        from reservations where responded_at is not null group by 1, 2) r using (month, property_id)
      where (a.kept, a.answered) is distinct from (r.kept, r.answered)`,
  },
]

/** @returns a sentence for each rule that is broken, with a few references */
export async function brokenInvariants(client: ClientBase): Promise<string[]> {
  const broken: string[] = []
  for (const { name, broken: query } of INVARIANTS) {
    const { rows } = await client.query<{ reference: string }>(`${query} limit 5`)
    if (rows.length > 0)
      broken.push(`Not true: ${name} (${rows.map(({ reference }) => reference).join(', ')}).`)
  }
  return broken
}
