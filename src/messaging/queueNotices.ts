import type { PayloadRequest } from 'payload'
import { NOTICES, type Audience, type Event, type Notice } from '@/domain/notifications'
import type { Locale } from '@/domain/status'
import { announce } from './announce'
import { BUILT_IN } from './builtIn/texts'
import { rescuesFor } from './alternatives'
import { chooseAndRender } from './chooseAndRender'
import { factsOf, type ReservationFacts } from './facts'
import { historyFingerprint, fingerprintLine } from './fingerprint'
import { mailFooter } from './mailFooter'
import { wrapHtml } from './mailLayout'
import { officeOf } from './office'
import { partiesOf, recipientsOf } from './parties'
import { publishedTemplates } from './templates'

type Subject = ReservationFacts & { locale: Locale }

/** Staff read French, a client the language of the request. */
const localeFor = (to: Audience, reservation: Subject): Locale =>
  to === 'client' ? reservation.locale : 'fr'

/** A client who did not choose the end is shown what else is free. */
const OFFERS_ALTERNATIVES: ReadonlySet<Event> = new Set<Event>(['annulee', 'expiree'])

/**
 * Writes the messages an event deserves into the outbox, text and version frozen, in the
 * transaction of the event: a rolled-back event tells nobody.
 */
export async function queueNotices(
  req: PayloadRequest,
  event: Event,
  reservation: Subject,
  now: Date,
  message?: string,
): Promise<void> {
  const notices: readonly Notice[] = NOTICES[event]
  await announce(req, event, reservation.id, now)
  const parties = await partiesOf(req, reservation.id)
  const office = await officeOf(req)
  const fingerprint = await historyFingerprint(req, reservation.id)
  const stored = await publishedTemplates(
    req,
    notices.map(({ template }) => template),
  )
  for (const { template, to } of notices) {
    const locale = localeFor(to, reservation)
    const found = stored.find((one) => one.key === template && one.locale === locale) ?? null
    const rescues =
      to === 'client' && OFFERS_ALTERNATIVES.has(event)
        ? await rescuesFor(
            req,
            { ...reservation, property: parties.property.id, slug: parties.property.slug },
            locale,
            now,
          )
        : []
    const facts = factsOf({
      reservation,
      parties,
      office,
      audience: to,
      locale,
      now,
      message,
      rescues,
    })
    const proof = fingerprintLine(fingerprint, locale)
    const text = chooseAndRender({
      stored: found?.document ?? null,
      builtIn: BUILT_IN[template][locale],
      key: template,
      locale,
      facts,
    })
    if (text.fault)
      req.payload.logger.warn({ msg: `template ${template}/${locale}: ${text.fault}` })
    for (const person of recipientsOf(to, parties)) {
      await req.payload.db.create({
        collection: 'messages',
        data: {
          reservation: reservation.id,
          template,
          templateVersion: text.builtIn ? 'integre' : String(found?.revision ?? 1),
          direction: 'sortant',
          channel: person.email ? 'email' : 'espace',
          audience: to === 'client' ? 'client' : 'equipe',
          recipient: person.email,
          recipientName: person.name,
          subject: text.subject,
          text: `${text.text}\n\n${proof}`,
          html: wrapHtml({
            html: text.html,
            subject: text.subject,
            locale,
            footer: `${mailFooter(locale, office)} ${proof}`,
          }),
          fingerprint,
          state: person.email ? 'a_envoyer' : 'publiee',
          attempts: 0,
          nextAttemptAt: person.email ? now.toISOString() : null,
          unknownOutcome: false,
          createdAt: now.toISOString(),
        },
        returning: false,
        req,
      })
    }
  }
}
