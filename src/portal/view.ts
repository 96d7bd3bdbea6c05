import type { PayloadRequest } from 'payload'
import { preparedRowsOf, sql } from '@/database'
import { promiseState } from '@/domain/promise'
import { STATUS_LABELS, type Kind, type Locale, type Reason, type Status } from '@/domain/status'
import type { MessageView, Receipt, ReservationView } from '@/domain/view'
import { clientText, whatsappLink } from '@/domain/whatsapp'
import { localDay } from '@/domain/zone'
import { env } from '@/env'
import { trackingUrl } from '@/messaging/facts'
import { trackingToken } from '@/secrets'
import { timelineOf, type Change, type Step } from './timeline'

/** A reservation as its client sees it, read in one statement. */
export type ReservationRow = {
  id: number
  reference: string
  trackingVersion: number
  status: Status
  statusReason: Reason | null
  statusNote: string | null
  kind: Kind
  startsAt: string
  endsAt: string
  note: string | null
  locale: Locale
  createdAt: string
  respondBy: string
  respondedAt: string | null
  holdUntil: string
  slaMinutes: number
  propertyId: number
  clientId: number
  property: { title: string; slug: string; district: string }
  client: { name: string; phone: string; email: string | null }
  history: Step[]
  /** Without internal notes. */
  changes: Change[]
  /** All of them, internal notes too. */
  changeCount: number
  messages: MessageView[]
}

type Key = { id: number } | { reference: string } | { trackingHash: string }

const columnOf = (key: Key) => {
  if ('id' in key) return { name: 'id', is: sql`r.id = ${key.id}` }
  if ('reference' in key) return { name: 'reference', is: sql`r.reference = ${key.reference}` }
  return { name: 'link', is: sql`r.tracking_hash = ${key.trackingHash}` }
}

export async function reservationRow(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  key: Key,
): Promise<ReservationRow | null> {
  const { name, is } = columnOf(key)
  const [row] = await preparedRowsOf<ReservationRow>(
    req,
    `reservation_row_by_${name}`,
    sql`select r.id, r.reference, r.tracking_version::int as "trackingVersion", r.status,
          r.status_reason as "statusReason", r.status_note as "statusNote", r.kind,
          r.starts_at as "startsAt", r.ends_at as "endsAt", r.note, r.locale,
          r.created_at as "createdAt", r.respond_by as "respondBy",
          r.responded_at as "respondedAt", r.hold_until as "holdUntil",
          r.sla_minutes::int as "slaMinutes", r.property_id as "propertyId",
          r.client_id as "clientId",
          json_build_object('title', p.title, 'slug', p.slug, 'district', p.district) as property,
          json_build_object('name', c.name, 'phone', c.phone, 'email', c.email) as client,
          (select json_agg(json_build_object('at', h.at, 'status', h.to, 'actor', h.actor,
             'reason', h.reason) order by h.at, h.id)
           from status_history h where h.reservation_id = r.id) as history,
          r.changes::int as "changeCount",
          coalesce((select json_agg(json_build_object('at', g.at, 'kind', g.kind,
             'after', g.after, 'actor', g.actor) order by g.number)
           from reservation_changes g
           where g.reservation_id = r.id and g.kind <> 'note'), '[]') as changes,
          coalesce((select json_agg(json_build_object('at', m.created_at, 'direction', m.direction,
             'subject', m.subject, 'text', m.text, 'state', m.state) order by m.created_at, m.id)
           from messages m where m.reservation_id = r.id and m.withdrawn_at is null
             and (m.audience = 'client' or m.direction = 'entrant')
             -- The mail that announces words of ours: the words themselves stand here.
             and m.template is distinct from 'nouveau_message'
             -- A message that was sent once more stands here once, as it stands now.
             and not exists (select 1 from messages n where n.resent_from_id = m.id)
            ), '[]') as messages
        from reservations r
        join properties p on p.id = r.property_id
        join clients c on c.id = r.client_id
        where ${is}`,
  )
  return row ?? null
}

const iso = (instant: string) => new Date(instant).toISOString()

/** When the request ended without an answer; null while it is open, or once it was answered. */
function endOf(row: ReservationRow): Date | null {
  const end = row.status === 'en_attente' ? undefined : row.history.at(-1)?.at
  return end && !row.respondedAt ? new Date(end) : null
}

/** The text with the link that opens the page now: one that was revoked since leads nowhere. */
function withGoodLink(text: string, { reference, trackingVersion }: ReservationRow): string {
  const good = trackingToken({ reference, trackingVersion })
  const revoked = Array.from({ length: trackingVersion - 1 }, (_, before) =>
    trackingToken({ reference, trackingVersion: before + 1 }),
  )
  return revoked.reduce((shown, token) => shown.replaceAll(token, good), text)
}

export function viewOf(row: ReservationRow, locale: Locale, now: Date): ReservationView {
  const dateOf = (instant: string) =>
    row.kind === 'sejour' ? localDay(new Date(instant), env.timeZone) : iso(instant)
  return {
    reference: row.reference,
    status: row.status,
    statusLabel: STATUS_LABELS[row.status][locale],
    kind: row.kind,
    property: row.property,
    startsAt: dateOf(row.startsAt),
    endsAt: dateOf(row.endsAt),
    createdAt: iso(row.createdAt),
    promise: {
      respondBy: iso(row.respondBy),
      respondedAt: row.respondedAt ? iso(row.respondedAt) : null,
      state: promiseState({
        requestedAt: new Date(row.createdAt),
        respondBy: new Date(row.respondBy),
        respondedAt: row.respondedAt ? new Date(row.respondedAt) : null,
        endedAt: endOf(row),
        now,
      }),
    },
    support: {
      slaMinutes: row.slaMinutes,
      contactEmail: env.contactEmail,
      whatsappUrl: whatsappLink(env.whatsappPhone, clientText(row.reference, locale)),
    },
    timeline: timelineOf(row, locale),
    messages: row.messages.map((message) => ({
      ...message,
      at: iso(message.at),
      text: withGoodLink(message.text, row),
    })),
  }
}

export function receiptOf(row: ReservationRow, locale: Locale, now: Date): Receipt {
  return { reservation: viewOf(row, locale, now), trackingUrl: trackingUrl(row, locale) }
}
