import type { Payload, PayloadRequest } from 'payload'
import { inTransaction, rowsOf, sql } from '@/database'
import { readablePhone } from '@/domain/phone'
import { KIND_LABELS, STATUS_LABELS, type Kind, type Locale, type Status } from '@/domain/status'
import { deadlineInWords, momentInWords, promiseInWords, whenInWords } from '@/domain/wording'
import { env } from '@/env'
import { movedMeanwhile, Refusal } from '@/refusal'
import { lockReservation } from '@/rowLocks'
import { hashOf } from '@/secrets'
import { outside, portalPayload } from './payload'

/** What stands behind the link of an owner's notification. Reading it changes nothing. */

type Handle = Pick<PayloadRequest, 'payload' | 'transactionID'>
type Period = { kind: Kind; startsAt: string; endsAt: string }
type Row = Period & {
  reservation: number
  user: number
  expired: boolean
  used: boolean
  owns: boolean
  reference: string
  status: Status
  respondBy: string
  respondedAt: string | null
  holdUntil: string
  note: string | null
  property: string
  client: string
  phone: string
  email: string | null
  last: { at: string; name: string | null }
  neighbours: (Period & { status: Status; client: string })[]
}

export type Closed = 'decide' | 'utilise' | 'expire' | 'revoque' | 'inconnu'

async function rowOf(req: Handle, token: string): Promise<Row | null> {
  if (!/^[\w-]{16}\.[\w-]{43}$/.test(token)) return null
  const [row] = await rowsOf<Row>(
    req,
    sql`select r.id as reservation, u.id as user, l.expires_at <= now() as expired,
          l.used_at is not null as used,
          u.role = 'admin' or u.role = 'proprietaire' and exists (
            select 1 from properties_rels o where o.parent_id = r.property_id
              and o.path = 'owners' and o.users_id = u.id) as owns,
          r.reference, r.status, r.kind, r.starts_at as "startsAt", r.ends_at as "endsAt",
          r.respond_by as "respondBy", r.responded_at as "respondedAt",
          r.hold_until as "holdUntil", r.note, p.title as property, c.name as client, c.phone,
          c.email,
          (select json_build_object('at', h.at, 'name', h.actor_name) from status_history h
            where h.reservation_id = r.id order by h.at desc, h.id desc limit 1) as last,
          coalesce((select json_agg(json_build_object('status', o.status, 'kind', o.kind,
              'startsAt', o.starts_at, 'endsAt', o.ends_at, 'client', oc.name)
              order by o.starts_at)
            from reservations o join clients oc on oc.id = o.client_id
            where o.property_id = r.property_id and o.id <> r.id
              and o.status in ('en_attente', 'confirmee')
              and o.starts_at < r.ends_at + interval '1 day'
              and o.ends_at > r.starts_at - interval '1 day'), '[]') as neighbours
        from decision_links l join users u on u.id = l.user_id
        join reservations r on r.id = l.reservation_id
        join properties p on p.id = r.property_id join clients c on c.id = r.client_id
        where l.token_hash = ${hashOf(token)}`,
  )
  return row ?? null
}

function closedBy(row: Row | null): Closed | null {
  if (!row) return 'inconnu'
  if (!row.owns) return 'revoque'
  if (row.status !== 'en_attente') return 'decide'
  if (row.used) return 'utilise'
  return row.expired ? 'expire' : null
}

export type DecisionPage = Awaited<ReturnType<typeof decisionPage>>

/** The request and its rivals, or why the link opens nothing any more. */
export async function decisionPage(token: string, locale: Locale) {
  const row = await rowOf(await outside(), token)
  const closed = closedBy(row)
  if (!row || closed)
    return { open: false as const, ...closedFacts(row, closed ?? 'inconnu', locale) }
  const zone = env.timeZone
  const now = new Date()
  const when = (period: Period) =>
    whenInWords({
      kind: period.kind,
      startsAt: new Date(period.startsAt),
      endsAt: new Date(period.endsAt),
      zone,
      locale,
    })
  const respondBy = new Date(row.respondBy)
  const respondedAt = row.respondedAt ? new Date(row.respondedAt) : null
  return {
    open: true as const,
    reference: row.reference,
    seen: seenIn(row),
    asked: `${KIND_LABELS[row.kind][locale]} · ${when(row)}`,
    property: row.property,
    client: row.client,
    phone: { e164: row.phone, words: readablePhone(row.phone) },
    email: row.email,
    note: row.note,
    promise: `${deadlineInWords(respondBy, now, zone, locale)} (${promiseInWords({ respondBy, respondedAt, now, zone, locale })})`,
    held: deadlineInWords(new Date(row.holdUntil), now, zone, locale),
    neighbours: row.neighbours.map((other) => ({
      status: other.status,
      label: STATUS_LABELS[other.status][locale],
      words: `${KIND_LABELS[other.kind][locale]} · ${when(other)} · ${other.client}`,
    })),
  }
}

/** The dates that a page shows; a colleague may move them while it is read. */
const seenIn = ({ startsAt, endsAt }: Period) => `${startsAt}/${endsAt}`

function closedFacts(row: Row | null, why: Closed, locale: Locale) {
  const at = row ? new Date(row.last.at) : null
  const decided =
    row && at && why === 'decide'
      ? {
          reference: row.reference,
          status: row.status,
          label: STATUS_LABELS[row.status][locale],
          /** Whom no mail tells. */
          call: row.email ? null : { e164: row.phone, words: readablePhone(row.phone) },
          name: row.last.name,
          time: momentInWords(at, env.timeZone, locale),
        }
      : null
  const login =
    row && why !== 'revoque' ? `/admin/collections/reservations/${row.reservation}` : '/admin'
  return { why, decided, login }
}

/**
 * Decides in the name of the owner whose link it is: one transaction with the link's own end, the
 * reservation's row locked as for any decision.
 * @param wish.seen the dates that the page showed: others are not confirmed unseen, and the link stays
 * @returns whether it did; why not is seen on the page afterwards
 */
export async function decideByLink(
  token: string,
  wish: { status: unknown; note: string; seen?: string },
): Promise<boolean> {
  const { status } = wish
  if (status !== 'confirmee' && status !== 'annulee') return false
  const payload = await portalPayload()
  try {
    return await inTransaction(payload, {}, (req) =>
      decide(payload, req, token, { ...wish, status }),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return false // A colleague was first, or moved it; the page says so.
  }
}

async function decide(
  payload: Payload,
  req: PayloadRequest,
  token: string,
  wish: { status: 'confirmee' | 'annulee'; note: string; seen?: string },
): Promise<boolean> {
  const used = await rowsOf(
    req,
    sql`update decision_links set used_at = now()
        where token_hash = ${hashOf(token)} and used_at is null and expires_at > now()
        returning 1`,
  )
  const found = used.length > 0 ? await rowOf(req, token) : null
  if (!found) return false
  await lockReservation(req, found.reservation)
  // Read again: a colleague's answer that came between is seen now. A refusal would cancel it.
  const row = await rowOf(req, token)
  if (!row?.owns || row.status !== 'en_attente') return false
  if (wish.seen && wish.seen !== seenIn(row)) throw movedMeanwhile('fr')
  const user = await payload.findByID({
    collection: 'users',
    id: row.user,
    depth: 0,
    overrideAccess: true,
    req,
  })
  req.user = { ...user, collection: 'users' }
  await payload.update({
    collection: 'reservations',
    id: row.reservation,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
    data: { status: wish.status, statusNote: wish.note.slice(0, 500) || null },
  })
  return true
}
