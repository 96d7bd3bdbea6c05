import type { PayloadRequest } from 'payload'
import { propertiesOf } from './access'
import { rowsOf, sql } from './database'
import { nameParts, phonePart } from './domain/search'
import { env } from './env'

/** Reservations by their client, in any writing, among as many as there are. */

type SQL = ReturnType<typeof sql>

/** How many are found at most, and how many of them are enough. */
export type Reach = { most: number; wanted: number }

/**
 * The reservations whose client has this text in a field, in the order of the staff's list.
 * @param path `clientName`, `clientPhone` or `clientEmail`
 * @returns ids; what the reservation's own access keeps from this user may be among them
 */
export async function reservationsOf(
  req: PayloadRequest,
  path: string,
  text: string,
  reach: Reach,
): Promise<number[]> {
  const mine = await ownOf(req)
  for (const search of searchesOf(path, text)) {
    const ids = await firstOf(req, search, mine, reach)
    if (ids.length > 0) return ids
  }
  return []
}

/** How many rows of the list are looked at, first and at most, before they are sought from their clients. */
const FIRST_WALK = 2_000
const LONGEST_WALK = 10_000

/**
 * Of a common name the list itself has enough in its first rows, and an owner's list is often no
 * longer; a rare one is found from its clients. PostgreSQL cannot tell one from the other, and the
 * wrong way takes a second: so a short walk says it.
 * @returns at least `wanted` of them, or all there are
 */
async function firstOf(
  req: PayloadRequest,
  { parts, isOne }: Search,
  mine: SQL,
  { most, wanted }: Reach,
): Promise<number[]> {
  if (isOne) return soughtIn(req, { sought: parts.map(({ is }) => is), then: [] }, mine, most)
  let rows = FIRST_WALK
  let walk = await walked(req, parts, mine, { rows, most })
  const isEnough = () => walk.seen < rows || walk.ids.length >= wanted
  if (!isEnough() && isEveryday(walk, wanted)) {
    rows = rowsFor(walk, wanted)
    walk = await walked(req, parts, mine, { rows, most })
  }
  return isEnough() ? walk.ids : soughtIn(req, rarestFirst(parts, walk.borne), mine, most)
}

/** Whether more rows are likely to have enough: an index is slow where every part is borne by many. */
const isEveryday = ({ ids, borne }: Walk, wanted: number) =>
  borne.every((clients) => clients > 0) &&
  (borne.length > 1 || (ids.length * LONGEST_WALK) / FIRST_WALK >= wanted)

/** How many rows should have enough, with half as many to spare. */
const rowsFor = ({ ids }: Walk, wanted: number) =>
  Math.min(LONGEST_WALK, Math.ceil((FIRST_WALK * wanted * 1.5) / ids.length))

type Asked = { sought: SQL[]; then: SQL[] }

async function soughtIn(
  req: PayloadRequest,
  { sought, then }: Asked,
  mine: SQL,
  most: number,
): Promise<number[]> {
  const found = await rowsOf<{ id: number }>(
    req,
    sql`with sought as materialized (
          select c.id, c.name, c.phone, c.email from clients c where ${all(sought)}),
        found as materialized (select c.id from sought c where ${all(then)})
      select r.id from found join reservations r on r.client_id = found.id where ${mine}
      order by r.awaiting_until, r.starts_at desc limit ${most}`,
  )
  return found.map(({ id }) => id)
}

type Walk = { seen: number; ids: number[]; borne: number[] }

/** The first rows of the list: those that are looked for, and how many clients each part is borne by. */
async function walked(
  req: PayloadRequest,
  parts: Part[],
  mine: SQL,
  { rows, most }: { rows: number; most: number },
): Promise<Walk> {
  const conditions = parts.map(({ is }) => is)
  const counts = parts.map((_, part) => sql`count(*) filter (where bears[${part + 1}::int])::int`)
  // The clients in one go: one by one each takes its own way through their index.
  const [walk] = await rowsOf<Walk>(
    req,
    sql`with seen as materialized (
        select r.id, r.client_id, r.awaiting_until, r.starts_at from reservations r where ${mine}
        order by r.awaiting_until, r.starts_at desc limit ${rows}),
      named as materialized (
        select c.id, array[${sql.join(conditions, sql`, `)}] as bears from clients c
        where c.id = any(array(select client_id from seen)))
      select (select count(*)::int from seen) as seen,
        (select array[${sql.join(counts, sql`, `)}] from named) as borne,
        array(select r.id from seen r join named n on n.id = r.client_id where true = all(n.bears)
          order by r.awaiting_until, r.starts_at desc limit ${most}) as ids`,
  )
  return walk ?? { seen: 0, ids: [], borne: [] }
}

/**
 * What the index is asked, and what then is looked at in the rows. A part that nobody bore finds a
 * handful by itself, where beside it an everyday one has its long list read too.
 */
function rarestFirst(parts: Part[], borne: number[]): Asked {
  const order = parts.map((part, number) => ({ ...part, borne: borne[number] ?? 0 }))
  order.sort((one, other) => one.borne - other.borne)
  const rare = order.find((part) => part.borne === 0 && part.isIndexed)
  const isOf = (chosen: typeof order) => chosen.map(({ is }) => is)
  return rare
    ? { sought: [rare.is], then: isOf(order.filter((part) => part !== rare)) }
    : { sought: isOf(order), then: [] }
}

const all = (conditions: SQL[]): SQL =>
  conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`

/** A condition on clients `c`. `isIndexed`: the index of three letters each finds it by itself. */
type Part = { is: SQL; isIndexed: boolean }

const partOf = (is: SQL, text: string): Part => ({ is, isIndexed: [...text].length >= 3 })

/** What must hold, all of it; `isOne` of what hardly more than one client has. */
type Search = { parts: Part[]; isOne?: true }

const pattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** What to look for, one after the other until something is found. */
function searchesOf(path: string, text: string): Search[] {
  if (text === '') return []
  if (path === 'clientName') {
    const parts = nameParts(text).map((one) =>
      partOf(sql`scim_plain(c.name) like scim_plain(${pattern(one)})`, one),
    )
    return [{ parts }]
  }
  if (path === 'clientEmail')
    return [{ parts: [partOf(sql`lower(c.email) like lower(${pattern(text)})`, text)] }]
  const phone = phonePart(text, env.country)
  if (!phone) return []
  const digits: Search = { parts: [partOf(sql`c.phone like ${pattern(phone.part)}`, phone.part)] }
  // All numbers share their first digits: a whole one is found at once by what it equals.
  return phone.whole
    ? [{ parts: [partOf(sql`c.phone = ${phone.whole}`, phone.whole)], isOne: true }, digits]
    : [digits]
}

/** Of a common name an owner has few: others' clients must not use up the places. */
async function ownOf(req: PayloadRequest) {
  if (req.user?.role !== 'proprietaire') return sql`true`
  const ids = (await propertiesOf(req, req.user)).map(({ id }) => sql`${id}`)
  return ids.length > 0 ? sql`r.property_id in (${sql.join(ids, sql`, `)})` : sql`false`
}
