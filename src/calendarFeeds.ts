import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { env } from '@/env'
import { feedToken, sameText } from '@/secrets'

/**
 * The private addresses of calendars: one per property, owner and agency. The address is computed
 * from a version, never stored; opening or closing raises the version, so the old one is dead.
 */

const FEED_SCOPES = ['bien', 'proprietaire', 'agence'] as const
export type FeedScope = (typeof FEED_SCOPES)[number]

/** `target`: the id of the property or user; 0 for the agency. */
export type FeedKey = { scope: FeedScope; target: number }
export type Feed = FeedKey & { version: number; open: boolean; names: boolean }

type Reader = Pick<PayloadRequest, 'payload' | 'transactionID'>

const columns = sql`scope, target, version::int as version, open, names`

export async function feedOf(req: Reader, { scope, target }: FeedKey): Promise<Feed | null> {
  const [row] = await rowsOf<Feed>(
    req,
    sql`select ${columns} from calendar_feeds where scope = ${scope} and target = ${target}`,
  )
  return row ?? null
}

/** A new address; the one before opens nothing any more. */
export async function openFeed(req: Reader, key: FeedKey, names: boolean): Promise<Feed> {
  const [row] = await rowsOf<Feed>(
    req,
    sql`insert into calendar_feeds as f (scope, target, version, open, names)
        values (${key.scope}, ${key.target}, 1, true, ${names})
        on conflict (scope, target) do update
          set version = f.version + 1, open = true, names = excluded.names, changed_at = now()
        returning ${columns}`,
  )
  if (!row) throw new Error('the address of a calendar was not written')
  return row
}

export async function closeFeed(req: Reader, { scope, target }: FeedKey): Promise<void> {
  await rowsOf(
    req,
    sql`update calendar_feeds set version = version + 1, open = false, changed_at = now()
        where scope = ${scope} and target = ${target}`,
  )
}

const LETTERS = { bien: 'b', proprietaire: 'p', agence: 'a' } as const satisfies Record<
  FeedScope,
  string
>

export const feedAddress = (feed: Feed) =>
  `${env.serverUrl}/calendriers/${LETTERS[feed.scope]}${feed.target}-${feedToken(feed)}.ics`

/** The open feed of the last part of its address, or null. */
export async function feedByName(req: Reader, name: string): Promise<Feed | null> {
  const [, letter, target, token = ''] = /^([bpa])(\d{1,9})-([\w-]{43})\.ics$/.exec(name) ?? []
  const scope = FEED_SCOPES.find((one) => LETTERS[one] === letter)
  if (!scope) return null
  const feed = await feedOf(req, { scope, target: Number(target) })
  return feed?.open && sameText(token, feedToken(feed)) ? feed : null
}
