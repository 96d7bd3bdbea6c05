import type { PayloadRequest } from 'payload'
import {
  NOTICES,
  type Audience,
  type Event,
  type Notice,
  type TemplateKey,
} from '@/domain/notifications'
import { gatheredUntil } from '@/domain/quiet'
import type { Locale } from '@/domain/status'
import { escapeHtml } from '@/domain/templateValues'
import type { Facts } from '@/domain/variables'
import { env } from '@/env'
import { announce } from './announce'
import { BUILT_IN } from './builtIn/texts'
import { rescuesFor } from './alternatives'
import { calendarFor } from './calendar'
import { chooseAndRender } from './chooseAndRender'
import { makeDecisionLink } from './decisionLink'
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

/** An owner may answer these from the mail itself, by a link of their own. */
const DECIDING: readonly TemplateKey[] = ['nouvelle_demande', 'rappel_delai']

const linkFor = (req: PayloadRequest, { id, holdUntil }: Subject, user: number, now: Date) =>
  makeDecisionLink(req, { reservation: id, user, holdUntil: new Date(holdUntil), now })

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
  const told = new Set<string>()
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
    const write = (links: Pick<Facts, 'lien_admin'> = {}) =>
      chooseAndRender({
        stored: found?.document ?? null,
        builtIn: BUILT_IN[template][locale],
        key: template,
        locale,
        facts: { ...facts, ...links },
      })
    const common = write()
    if (common.fault)
      req.payload.logger.warn({ msg: `template ${template}/${locale}: ${common.fault}` })
    for (const person of recipientsOf(to, parties)) {
      // Words of ours already stand on the page: without an address there is nothing to notify.
      if (event === 'message_de_l_equipe' && !person.email) continue
      // One message per event and person, whatever the number of their roles.
      const reader = `${to === 'client' ? 'client' : 'equipe'} ${person.email?.toLowerCase()}`
      if (told.has(reader)) continue
      told.add(reader)
      const decides = to === 'proprietaires' && DECIDING.includes(template)
      const text =
        decides && person.id
          ? write({ lien_admin: await linkFor(req, reservation, person.id, now) })
          : common
      const pace = person.pace ?? 'chaque'
      const quietUntil = gatheredUntil({ pace, template, now, zone: env.timeZone })
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
            html: `${text.html}\n<p style="color:#55666a;font-size:13px">${escapeHtml(proof)}</p>`,
            subject: text.subject,
            locale,
            footer: mailFooter(locale, office, template === 'nouveau_message'),
          }),
          fingerprint,
          state: person.email ? 'a_envoyer' : 'publiee',
          attempts: 0,
          nextAttemptAt: person.email ? (quietUntil ?? now).toISOString() : null,
          digest: quietUntil !== null,
          calendar:
            to === 'client' && person.email
              ? await calendarFor(req, {
                  template,
                  reservation,
                  parties,
                  locale,
                  now,
                  to: { name: person.name, email: person.email },
                })
              : null,
          unknownOutcome: false,
          createdAt: now.toISOString(),
        },
        returning: false,
        req,
      })
    }
  }
}
