import { simpleParser, type Attachment } from 'mailparser'
import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { readDeliveryStatus, type DeliveryReport } from '@/domain/deliveryReport'
import { ledgerLine, type LedgerKind } from '@/domain/ledger'

/** Takes delivery reports (RFC 3464): what became of a message after our server had accepted it. */

type Parsed = { reports: DeliveryReport[]; messageId: string | null }

const KINDS = {
  failed: 'revenue',
  delayed: 'retardee',
  delivered: 'remise',
} as const satisfies Record<DeliveryReport['action'], LedgerKind>

/** The types of the two parts that count (RFC 3464, RFC 6533): what became of it, and the message. */
const STATUS = ['message/delivery-status', 'message/global-delivery-status']
const RETURNED = [
  'message/rfc822',
  'text/rfc822-headers',
  'message/global',
  'message/global-headers',
]

/** @param raw the whole report, as it came by mail (RFC 5322) */
async function parse(raw: string | Buffer): Promise<Parsed> {
  const mail = await simpleParser(raw, { keepDeliveryStatus: true, skipHtmlToText: true })
  // PostgreSQL holds no NUL, and no report means one.
  const text = (types: string[]) =>
    mail.attachments
      .filter(({ contentType }: Attachment) => types.includes(contentType))
      .map(({ content }) => content.toString().replaceAll('\u0000', ''))
  const returned = text(RETURNED).join('\n')
  return {
    reports: text(STATUS).flatMap(readDeliveryStatus),
    messageId: /^message-id:\s*(<[^>\s]+>)/im.exec(returned)?.[1] ?? null,
  }
}

/**
 * Writes what a report says into the ledger; the same report again changes nothing.
 * @returns how many of its recipients were about messages of ours
 */
export async function takeReport(req: PayloadRequest, raw: string | Buffer): Promise<number> {
  const { reports, messageId } = await parse(raw)
  let known = 0
  for (const report of reports) {
    const message = await messageOf(req, report, messageId)
    if (!message) continue
    known += 1
    const isNew = await noteOnce(req, message.id, report)
    if (isNew && report.action === 'failed') await markFailing(req, message, report)
  }
  return known
}

type Found = { id: number; recipient: string }

/** By its identifier; a report that lost it speaks of the latest message to that address. */
async function messageOf(
  req: PayloadRequest,
  report: DeliveryReport,
  messageId: string | null,
): Promise<Found | null> {
  const which = messageId
    ? sql`provider_id = ${messageId}`
    : sql`lower(recipient) = ${report.recipient} and state = 'envoyee'`
  const [row] = await rowsOf<Found>(
    req,
    sql`select id, recipient from messages where channel = 'email' and direction = 'sortant'
          and recipient <> '' and ${which}
        order by id desc limit 1 for update`,
  )
  return row ?? null
}

async function noteOnce(
  req: PayloadRequest,
  message: number,
  report: DeliveryReport,
): Promise<boolean> {
  const kind = KINDS[report.action]
  const rows = await rowsOf(
    req,
    sql`insert into message_events (message_id, kind, said_by, detail)
        select ${message}, ${kind}, ${report.reportedBy}, ${report.diagnostic.slice(0, 500)}
        where not exists (select 1 from message_events
          where message_id = ${message} and kind = ${kind}) returning id`,
  )
  return rows.length > 0
}

/**
 * The address fails from now on: what waits for it is given up, and what was accepted stays
 * accepted, for a server did take it, with the word that it came back.
 */
async function markFailing(
  req: PayloadRequest,
  message: Found,
  report: DeliveryReport,
): Promise<void> {
  const address = message.recipient.toLowerCase()
  const words = ledgerLine({ kind: 'abandonnee', attempt: null, by: null, detail: 'adresse' }, 'fr')
  await rowsOf(
    req,
    sql`insert into failing_addresses (address, message_id, status, diagnostic)
        values (${address}, ${message.id}, ${report.status}, ${report.diagnostic.slice(0, 500)})
        on conflict (address) do nothing`,
  )
  await rowsOf(
    req,
    sql`update messages set returned_at = now(), updated_at = now() where id = ${message.id}`,
  )
  await rowsOf(
    req,
    sql`with waiting as (
          select id from messages
          where lower(recipient) = ${address} and channel = 'email' and direction = 'sortant'
            and gathered_in_id is null and state in ('a_envoyer', 'echouee')
            and (attempts > 0 or audience = 'client') for update),
        done as (
          update messages m set state = 'abandonnee', next_attempt_at = null, last_error = ${words},
            updated_at = now()
          from waiting where m.id = waiting.id
            or (m.gathered_in_id = waiting.id and m.state in ('a_envoyer', 'echouee'))
          returning m.id)
        insert into message_events (message_id, kind, detail)
        select id, 'abandonnee', 'adresse' from done`,
  )
}
