import type { PayloadRequest } from 'payload'
import { gatheredUntil } from '@/domain/quiet'
import { env } from '@/env'
import { calendarFor } from './calendar'
import { storedText, type Letter } from './letters'
import { sealed } from './sealed'
import type { Telling } from './telling'
import type { MessageRow } from './writeMessages'

/** A letter as it goes into the outbox, text and version frozen. */
export async function letterRow(
  req: PayloadRequest,
  telling: Telling,
  { reader, text }: Letter,
): Promise<MessageRow> {
  const { template, to, locale, reservation, known, now } = telling
  const quietUntil = gatheredUntil({
    pace: reader.pace ?? 'chaque',
    template,
    now,
    zone: env.timeZone,
  })
  return {
    reservation_id: reservation.id,
    template,
    template_version: text.builtIn ? 'integre' : String(storedText(telling)?.revision ?? 1),
    direction: 'sortant',
    channel: reader.email ? 'email' : 'espace',
    audience: to === 'client' ? 'client' : 'equipe',
    recipient: reader.email,
    recipient_name: reader.name,
    subject: text.subject,
    ...sealed(text, { template, locale, office: known.office, fingerprint: known.fingerprint }),
    fingerprint: known.fingerprint,
    state: reader.email ? 'a_envoyer' : 'publiee',
    next_attempt_at: reader.email ? (quietUntil ?? now).toISOString() : null,
    digest: quietUntil !== null,
    calendar: await entryFor(req, telling, reader),
    created_at: now.toISOString(),
  }
}

/** The client's calendar hears of it by mail; staff have a calendar of their own. */
async function entryFor(
  req: PayloadRequest,
  { template, to, locale, reservation, known, now }: Telling,
  { name, email }: Letter['reader'],
): Promise<string | null> {
  if (to !== 'client' || !email) return null
  const { parties, office } = known
  return calendarFor(req, {
    template,
    reservation,
    parties,
    agency: office.agency,
    locale,
    now,
    to: { name, email },
  })
}
