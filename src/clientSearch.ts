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

/** How many rows of the list are looked at: for one page, before an index is asked, and at most. */
const FIRST_LOOK = 400
const FIRST_WALK = 2_000
const LONGEST_WALK = 10_000
/** A page, and one more that tells whether another follows. */
const FOR_A_PAGE = 26

/**
 * Of a common name the list itself has enough in its first rows, and an owner's list is often no
 * longer; a rare one is found from its clients. PostgreSQL cannot tell one from the other, and the
 * wrong way takes a second: so a short look says it.
 * @returns at least `wanted` of them, or all there are
 */
async function firstOf(
  req: PayloadRequest,
  { parts, isOne }: Search,
  mine: SQL | null,
  { most, wanted }: Reach,
): Promise<number[]> {
  if (isOne) return soughtIn(req, { sought: parts.map(({ is }) => is), then: [] }, mine, most)
  let counted: Counted[] = []
  let rows: number | null = wanted <= FOR_A_PAGE ? FIRST_LOOK : FIRST_WALK
  while (rows !== null) {
    const walk = await walked(req, parts, mine, { rows, most })
    if (walk.seen < rows || walk.ids.length >= wanted) return walk.ids
    counted = parts.map((part, number) => ({ ...part, borne: walk.borne[number] ?? 0 }))
    // What is rare in an owner's list may be common in the house.
    const isRare = mine === null && counted.some(isNobodys)
    rows = rows < FIRST_WALK && isRare ? null : nextLook(walk, { rows, wanted })
  }
  return soughtIn(req, rarestFirst(counted), mine, most)
}

/** How many rows should have enough, with half as many to spare; null where their clients are sought. */
function nextLook(
  { ids, borne }: Walk,
  { rows, wanted }: { rows: number; wanted: number },
): number | null {
  const likely = Math.ceil((rows * wanted * 1.5) / ids.length)
  if (rows < FIRST_WALK) return Math.min(likely, FIRST_WALK)
  // An index is slow where every part is borne by many.
  const isEveryday =
    borne.every((clients) => clients > 0) &&
    (borne.length > 1 || (ids.length * LONGEST_WALK) / rows >= wanted)
  return isEveryday && rows < LONGEST_WALK ? Math.min(likely, LONGEST_WALK) : null
}

type Asked = { sought: SQL[]; then: SQL[] }

async function soughtIn(
  req: PayloadRequest,
  { sought, then }: Asked,
  mine: SQL | null,
  most: number,
): Promise<number[]> {
  const found = await rowsOf<{ id: number }>(
    req,
    sql`with sought as materialized (
          select c.id, c.name, c.phone, c.email from clients c where ${all(sought)}),
        found as materialized (select c.id from sought c where ${all(then)})
      select r.id from found join reservations r on r.client_id = found.id where ${mine ?? sql`true`}
      order by r.awaiting_until, r.starts_at desc limit ${most}`,
  )
  return found.map(({ id }) => id)
}

type Walk = { seen: number; ids: number[]; borne: number[] }

/** The first rows of the list: those that are looked for, and how many clients each part is borne by. */
async function walked(
  req: PayloadRequest,
  parts: Part[],
  mine: SQL | null,
  { rows, most }: { rows: number; most: number },
): Promise<Walk> {
  const conditions = parts.map(({ is }) => is)
  const counts = parts.map((_, part) => sql`count(*) filter (where bears[${part + 1}::int])::int`)
  // The clients in one go: one by one each takes its own way through their index.
  const [walk] = await rowsOf<Walk>(
    req,
    sql`with seen as materialized (
        select r.id, r.client_id, r.awaiting_until, r.starts_at from reservations r where ${mine ?? sql`true`}
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
function rarestFirst(parts: Counted[]): Asked {
  const order = [...parts].sort((one, other) => one.borne - other.borne)
  const rare = order.find(isNobodys)
  const isOf = (chosen: Counted[]) => chosen.map(({ is }) => is)
  return rare
    ? { sought: [rare.is], then: isOf(order.filter((part) => part !== rare)) }
    : { sought: isOf(order), then: [] }
}

const all = (conditions: SQL[]): SQL =>
  conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`

/** A condition on clients `c`. `isIndexed`: the index of three letters each finds it by itself. */
type Part = { is: SQL; isIndexed: boolean }

/** With how many of the clients that were looked at bear it. */
type Counted = Part & { borne: number }

const isNobodys = ({ borne, isIndexed }: Counted) => borne === 0 && isIndexed

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
async function ownOf(req: PayloadRequest): Promise<SQL | null> {
  if (req.user?.role !== 'proprietaire') return null
  const ids = (await propertiesOf(req, req.user)).map(({ id }) => sql`${id}`)
  return ids.length > 0 ? sql`r.property_id in (${sql.join(ids, sql`, `)})` : sql`false`
}
