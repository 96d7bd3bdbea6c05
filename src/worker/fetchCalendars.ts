import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { inTransaction, poolOf, rowsOf, sql } from '@/database'
import { env } from '@/env'
import { callOutside, OutboundRefused, type MayReach } from '@/outbound'
import { readApart, type Busy } from './readApart'

const DAY = 86_400_000
const BATCH = 10
const LARGEST = 2 * 1024 * 1024
const SLOWEST = 20_000
/** As far as a reservation may lie ahead, and its longest stay. */
const AHEAD = 460 * DAY

type Claimed = {
  id: number
  property: number
  address: string
  etag: string | null
  lastModified: string | null
}

type Outcome =
  | { kind: 'unchanged' }
  | { kind: 'read'; busy: Busy[]; etag: string | null; lastModified: string | null }
  | { kind: 'fault'; fault: string }

/**
 * Fetches the calendars that are due, and writes what they say. One that cannot be fetched or read
 * keeps what was known of it: a server that is down must not open nights that are taken.
 * @param mayReach for tests: which addresses may be called, the public ones where it is left out
 * @returns how many were looked at
 */
export async function fetchCalendars(
  payload: Payload,
  { mayReach }: { mayReach?: MayReach } = {},
): Promise<number> {
  await follow(payload)
  const claim = randomUUID()
  const due = await take(payload, claim)
  await Promise.all(
    due.map(async (calendar) => settle(payload, claim, calendar, await look(calendar, mayReach))),
  )
  return due.length
}

/** The addresses that properties have now: new ones are due at once, those taken away go. */
async function follow(payload: Payload): Promise<void> {
  await poolOf(payload).query(
    `insert into outside_calendars (property_id, address)
     select distinct _parent_id, address from properties_calendars on conflict do nothing`,
  )
  await poolOf(payload).query(
    `delete from outside_calendars o where not exists (select 1 from properties_calendars c
       where c._parent_id = o.property_id and c.address = o.address)`,
  )
}

async function take(payload: Payload, claim: string): Promise<Claimed[]> {
  const { rows } = await poolOf(payload).query<Claimed>(
    `update outside_calendars set claim = $1, lease_until = now() + interval '2 minutes'
     where id in (select id from outside_calendars
       where next_at <= now() and (lease_until is null or lease_until <= now())
       order by next_at limit $2 for update skip locked)
     returning id, property_id as property, address, etag, last_modified as "lastModified"`,
    [claim, BATCH],
  )
  return rows
}

async function look(calendar: Claimed, mayReach?: MayReach): Promise<Outcome> {
  try {
    const { status, headers, text } = await callOutside(calendar.address, {
      method: 'GET',
      headers: {
        Accept: 'text/calendar, text/plain;q=0.5',
        'Accept-Encoding': 'identity',
        'User-Agent': 'scim-reservation',
        ...(calendar.etag ? { 'If-None-Match': calendar.etag } : {}),
        ...(calendar.lastModified ? { 'If-Modified-Since': calendar.lastModified } : {}),
      },
      most: LARGEST,
      milliseconds: SLOWEST,
      redirects: 3,
      mayReach,
    })
    if (status === 304) return { kind: 'unchanged' }
    if (status !== 200) return { kind: 'fault', fault: `http_${status}` }
    const answer = await read(text)
    if ('fault' in answer) return { kind: 'fault', fault: answer.fault }
    return {
      kind: 'read',
      busy: answer.busy,
      etag: headers.etag ?? null,
      lastModified: headers['last-modified'] ?? null,
    }
  } catch (error) {
    if (error instanceof OutboundRefused) return { kind: 'fault', fault: error.fault }
    throw error
  }
}

const read = (text: string) => {
  const now = Date.now()
  return readApart({
    text,
    asked: {
      zone: env.timeZone,
      from: new Date(now - DAY),
      to: new Date(now + AHEAD),
      ownHost: new URL(env.serverUrl).hostname,
    },
  })
}

/** Writes what came of it, unless the lease ran out and another worker has the calendar. */
async function settle(payload: Payload, claim: string, { id, property }: Claimed, out: Outcome) {
  await inTransaction(payload, {}, async (req) => {
    const fault = out.kind === 'fault' ? out.fault : null
    const [held] = await rowsOf(
      req,
      sql`update outside_calendars set claim = null, lease_until = null, checked_at = now(),
            fault = ${fault}, failures = case when ${fault}::text is null then 0 else failures + 1 end,
            succeeded_at = case when ${fault}::text is null then now() else succeeded_at end,
            next_at = now() + make_interval(mins => case when ${fault}::text is null then 15
              else least(60, (array[1, 5, 15])[least(failures + 1, 4)]) end)
          where id = ${id} and claim = ${claim} returning id`,
    )
    if (!held || out.kind !== 'read') return
    await rowsOf(
      req,
      sql`update outside_calendars set etag = ${out.etag}, last_modified = ${out.lastModified}
          where id = ${id}`,
    )
    await writeBusy(req, { id, property }, out.busy)
  })
}

async function writeBusy(
  req: Parameters<typeof rowsOf>[0],
  calendar: { id: number; property: number },
  busy: Busy[],
): Promise<void> {
  const given = JSON.stringify(
    busy.map(({ uid, occurrence, startsAt, endsAt, nights }) => ({
      uid,
      occurrence,
      starts_at: startsAt,
      ends_at: endsAt,
      nights_from: nights?.from ?? null,
      nights_to: nights?.to ?? null,
    })),
  )
  const rows = sql`jsonb_to_recordset(${given}::jsonb) as g (uid text, occurrence text,
    starts_at timestamptz, ends_at timestamptz, nights_from timestamptz, nights_to timestamptz)`
  await rowsOf(
    req,
    sql`delete from outside_busy b where b.calendar_id = ${calendar.id}
        and not exists (select 1 from ${rows} where g.uid = b.uid and g.occurrence = b.occurrence)`,
  )
  await rowsOf(
    req,
    sql`insert into outside_busy as b (calendar_id, property_id, uid, occurrence, starts_at, ends_at,
          nights_from, nights_to)
        select ${calendar.id}::int, ${calendar.property}::int, g.uid, g.occurrence, g.starts_at,
          g.ends_at, g.nights_from, g.nights_to from ${rows}
        on conflict (calendar_id, uid, occurrence) do update set starts_at = excluded.starts_at,
          ends_at = excluded.ends_at, nights_from = excluded.nights_from,
          nights_to = excluded.nights_to`,
  )
}
