import { feedByName, type Feed } from '@/calendarFeeds'
import { rowsOf, sql } from '@/database'
import { calendarFeed, type FeedEntry } from '@/domain/calendarFeed'
import { env } from '@/env'
import { hashOf } from '@/secrets'
import { agencyNow } from './agency'
import { outside } from './payload'

/** Raised when the text of entries changes, so that programs fetch them anew. */
const FORMAT = 1
/** Programs keep what they have seen; what ended long ago need not be sent again. */
const KEPT = sql`now() - interval '60 days'`

const within = ({ scope, target }: Feed) => {
  if (scope === 'agence') return sql`true`
  if (scope === 'bien') return sql`r.property_id = ${target}`
  return sql`exists (select 1 from properties_rels o where o.parent_id = r.property_id
    and o.path = 'owners' and o.users_id = ${target})`
}

/** Every column that an entry shows: the entries and their fingerprint read the same. */
const entriesOf = (feed: Feed) => sql`
  select r.id, r.reference, r.status, r.kind, r.starts_at as "startsAt", r.ends_at as "endsAt",
    greatest(r.updated_at, p.updated_at) as "revisedAt",
    (select count(*)::int from status_history h where h.reservation_id = r.id)
      + coalesce(r.changes, 0)::int as sequence,
    json_build_object('title', p.title, 'district', p.district, 'city', p.city)::text as property,
    case when ${feed.names} then c.name end as "clientName"
  from reservations r join properties p on p.id = r.property_id join clients c on c.id = r.client_id
  where r.status in ('en_attente', 'confirmee') and r.ends_at > ${KEPT} and ${within(feed)}`

type Row = Omit<FeedEntry, 'startsAt' | 'endsAt' | 'revisedAt' | 'property' | 'link'> &
  Record<'startsAt' | 'endsAt' | 'revisedAt' | 'property', string> & { id: number }

const entryOf = ({ id, ...row }: Row): FeedEntry => ({
  ...row,
  startsAt: new Date(row.startsAt),
  endsAt: new Date(row.endsAt),
  revisedAt: new Date(row.revisedAt),
  // as: built by the statement above.
  property: JSON.parse(row.property) as FeedEntry['property'],
  link: `${env.serverUrl}/admin/collections/reservations/${id}`,
})

async function nameOf(feed: Feed): Promise<string> {
  const { fr: agency } = (await agencyNow()).name
  if (feed.scope === 'agence') return `${agency} · réservations`
  const table = feed.scope === 'bien' ? sql`properties` : sql`users`
  const column = feed.scope === 'bien' ? sql`title` : sql`name`
  const [row] = await rowsOf<{ name: string }>(
    await outside(),
    sql`select ${column} as name from ${table} where id = ${feed.target}`,
  )
  return `${row?.name ?? agency} · réservations`
}

export type FeedAnswer = { etag: string; text: string | null }

/**
 * A calendar by the last part of its address, or null where there is none.
 * @param known the ETags the program has already; its text is left out when it has this one
 */
export async function feedAnswer(name: string, known: string | null): Promise<FeedAnswer | null> {
  const req = await outside()
  const feed = await feedByName(req, name)
  if (!feed) return null
  const title = await nameOf(feed)
  const [print] = await rowsOf<{ sum: string | null }>(
    req,
    sql`select md5(string_agg(e::text, ',' order by e.id)) as sum from (${entriesOf(feed)}) e`,
  )
  const etag = `"${hashOf(`${FORMAT} ${feed.version} ${title} ${print?.sum}`).slice(0, 32)}"`
  if (isKnown(etag, known)) return { etag, text: null }
  const rows = await rowsOf<Row>(
    req,
    sql`select * from (${entriesOf(feed)}) e order by e."startsAt", e.id`,
  )
  const text = calendarFeed(rows.map(entryOf), {
    name: title,
    host: new URL(env.serverUrl).hostname,
    zone: env.timeZone,
  })
  return { etag, text }
}

/** If-None-Match compares weakly, and may name several (RFC 9110 13.1.2). */
const isKnown = (etag: string, known: string | null) =>
  (known ?? '').split(',').some((one) => [etag, `W/${etag}`, '*'].includes(one.trim()))
