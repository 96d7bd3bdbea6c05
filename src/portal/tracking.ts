import type { PayloadRequest } from 'payload'
import { databaseNow, inTransaction, rowsOf, sql } from '@/database'
import { toE164 } from '@/domain/phone'
import { fullAddress } from '@/domain/propertyName'
import { readReference } from '@/domain/reference'
import type { Locale } from '@/domain/status'
import { typedText } from '@/domain/typedText'
import type { FieldError, Receipt, ReservationPage } from '@/domain/view'
import { unbroken, whenInWords } from '@/domain/wording'
import { env } from '@/env'
import { hasJustWritten, receiveMessage } from '@/messaging/conversation'
import { historyFingerprint } from '@/messaging/fingerprint'
import { officeOf } from '@/messaging/office'
import { recordOpened } from '@/messaging/opened'
import { partiesOf } from '@/messaging/parties'
import { takeTurn, type Limit } from '@/rateLimit'
import { Refusal } from '@/refusal'
import { blind, hashOf, trackingToken } from '@/secrets'
import { outside, portalPayload } from './payload'
import { propertyBySlug } from './properties'
import { receiptOf, reservationRow, viewOf, type ReservationRow } from './view'

const PER_ADDRESS: Limit = { name: 'suivi-adresse', most: 20, minutes: 15 }
const PER_REFERENCE: Limit = { name: 'suivi-reference', most: 10, minutes: 15 }
const PER_RESERVATION: Limit = { name: 'message', most: 30, minutes: 60 }
const LONGEST = 2000
const LONGEST_NOTE = 500

type TooMany = { status: 429; retryAfterSeconds: number }

const textOf = (value: unknown) => (typeof value === 'string' ? typedText(value) : '')

/** The same answer for a wrong reference and a wrong contact. */
export async function findByContact(
  input: { reference: unknown; contact: unknown },
  address: string,
): Promise<{ status: 200; reference: string; token: string } | { status: 404 } | TooMany> {
  const payload = await portalPayload()
  const reference = readReference(textOf(input.reference).slice(0, 40)) ?? ''
  const turns = [await takeTurn(payload, PER_ADDRESS, blind(address))]
  // One that cannot be read names no reservation: counted together, strangers would block each other.
  if (reference) turns.push(await takeTurn(payload, PER_REFERENCE, reference))
  const wait = Math.max(...turns.map(({ retryAfterSeconds }) => retryAfterSeconds))
  if (wait > 0) return { status: 429, retryAfterSeconds: wait }
  const contact = textOf(input.contact).slice(0, 254)
  const phone = toE164(contact, env.country)
  const [row] = await rowsOf<{ reference: string; trackingVersion: number }>(
    await outside(),
    sql`select r.reference, r.tracking_version::int as "trackingVersion"
        from reservations r join clients c on c.id = r.client_id
        where r.reference = ${reference} and r.tracking_hash is not null
          and (c.phone = ${phone} or lower(c.email) = ${contact.toLowerCase()})`,
  )
  return row
    ? { status: 200, reference: row.reference, token: trackingToken(row) }
    : { status: 404 }
}

/** The client found the booking by its contact, and its page opens: an act, unlike a link. */
export async function noteOpened(reference: string): Promise<void> {
  const req = await outside()
  const row = await reservationRow(req, { reference })
  if (row) await recordOpened(req, row.id, row.client.name)
}

async function rowByToken(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  token: string,
): Promise<ReservationRow | null> {
  if (!/^[\w-]{20,100}$/.test(token)) return null
  return reservationRow(req, { trackingHash: hashOf(token) })
}

export async function openByToken(
  token: string,
): Promise<{ reference: string; token: string } | null> {
  const row = await rowByToken(await outside(), token)
  return row ? { reference: row.reference, token } : null
}

/** The public view behind a tracking token, in the language of its request. */
export async function receiptByToken(token: string): Promise<Receipt | null> {
  const row = await rowByToken(await outside(), token)
  return row ? receiptOf(row, row.locale, new Date()) : null
}

export async function rowOfToken(token: string): Promise<ReservationRow | null> {
  return rowByToken(await outside(), token)
}

/** The client's own page. The caller has checked that this device proved the reference. */
export async function reservationPage(
  reference: string,
  locale: Locale,
): Promise<ReservationPage | null> {
  const req = await outside()
  const row = await reservationRow(req, { reference })
  if (!row) return null
  const property = await propertyBySlug(row.property.slug)
  const { contactPhone } = await officeOf(req)
  const { reservation, trackingUrl } = receiptOf(row, locale, new Date())
  return {
    reservation,
    trackingUrl,
    locale,
    statusReason: row.statusReason,
    statusNote: row.statusNote,
    client: row.client,
    note: row.note,
    property: property ?? {
      id: row.propertyId,
      ...row.property,
      city: '',
      kinds: [],
      price: null,
      priceUnit: null,
      photo: null,
    },
    holdUntil: row.status === 'en_attente' ? new Date(row.holdUntil).toISOString() : null,
    contactPhone,
    address:
      row.status === 'confirmee' ? fullAddress((await partiesOf(req, row.id)).property) : null,
    fingerprint: await historyFingerprint(req, row.id),
    token: trackingToken(row),
  }
}

export type CancelAnswer =
  { status: 200; body: Receipt } | { status: 400 | 409; message: string } | { status: 404 }

/** The client cancels. Cancelling twice is cancelling once. */
export async function cancelByToken(
  token: string,
  input: { note?: unknown },
): Promise<CancelAnswer> {
  const payload = await portalPayload()
  const note = textOf(input.note)
  try {
    return await inTransaction(payload, {}, async (req): Promise<CancelAnswer> => {
      const row = await rowByToken(req, token)
      if (!row) return { status: 404 }
      if ([...note].length > LONGEST_NOTE)
        return { status: 400, message: tooLong(row.locale, LONGEST_NOTE) }
      if (row.status === 'annulee')
        return { status: 200, body: receiptOf(row, row.locale, new Date()) }
      // First, for what the cancellation itself says has not been put before anybody yet.
      await recordOpened(req, row.id, row.client.name)
      req.context.actor = 'client'
      req.context.actorName = row.client.name
      await req.payload.update({
        collection: 'reservations',
        id: row.id,
        overrideAccess: true,
        depth: 0,
        req,
        data: { status: 'annulee', statusNote: note || null },
      })
      const after = await rowByToken(req, token)
      return after
        ? { status: 200, body: receiptOf(after, after.locale, new Date()) }
        : { status: 404 }
    })
  } catch (error) {
    if (error instanceof Refusal) return { status: 409, message: error.message }
    throw error
  }
}

export type MessageAnswer =
  { status: 201; body: Receipt } | { status: 400; errors: FieldError[] } | { status: 404 } | TooMany

/**
 * The client writes on a reservation.
 * @param repeated what the same words again are: of a form one message, as its answer may be lost
 */
export async function writeMessage(
  token: string,
  input: { text?: unknown },
  repeated: 'one' | 'several' = 'several',
): Promise<MessageAnswer> {
  const payload = await portalPayload()
  const known = await rowByToken(await outside(), token)
  if (!known) return { status: 404 }
  const text = textOf(input.text)
  const length = [...text].length
  if (length === 0 || length > LONGEST)
    return {
      status: 400,
      errors: [
        { path: 'text', message: length ? tooLong(known.locale, LONGEST) : empty(known.locale) },
      ],
    }
  const { retryAfterSeconds } = await takeTurn(payload, PER_RESERVATION, known.reference)
  if (retryAfterSeconds > 0) return { status: 429, retryAfterSeconds }
  return inTransaction(payload, {}, async (req): Promise<MessageAnswer> => {
    if (repeated === 'several' || !(await hasJustWritten(req, known.id, text)))
      await receiveMessage(req, known, text, await databaseNow(req))
    await recordOpened(req, known.id, known.client.name)
    const after = await rowByToken(req, token)
    return after
      ? { status: 201, body: { ...receiptOf(after, after.locale, new Date()) } }
      : { status: 404 }
  })
}

const empty = (locale: Locale) =>
  locale === 'fr' ? 'Écrivez votre message.' : 'Write your message.'

const tooLong = (locale: Locale, most: number) =>
  locale === 'fr' ? `Au plus ${most} caractères.` : `At most ${most} characters.`

/** The bookings proven on this device, newest first. */
export async function reservationViews(references: string[], locale: Locale) {
  const req = await outside()
  const rows: ReservationRow[] = []
  for (const reference of references) {
    const row = await reservationRow(req, { reference })
    if (row) rows.push(row)
  }
  const now = new Date()
  return rows
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt))
    .map((row) => ({
      ...viewOf(row, locale, now),
      when: unbroken(
        whenInWords({
          kind: row.kind,
          startsAt: new Date(row.startsAt),
          endsAt: new Date(row.endsAt),
          zone: env.timeZone,
          locale,
        }),
      ),
    }))
}
