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
import { channelRows, type DeliveryRow } from './channelRows'
import { chooseAndRender } from './chooseAndRender'
import { makeDecisionLink, type DecisionLinkRow } from './decisionLink'
import { factsOf, phoneNotice, type ReservationFacts } from './facts'
import { fingerprintLine } from './fingerprint'
import { mailFooter } from './mailFooter'
import { wrapHtml } from './mailLayout'
import { noticeFacts } from './noticeFacts'
import { recipientsOf } from './parties'
import { writeMessages, type MessageRow } from './writeMessages'

type Subject = ReservationFacts & { locale: Locale; doubtful?: boolean | null }

/** Staff read French, a client the language of the request. */
const localeFor = (to: Audience, reservation: Subject): Locale =>
  to === 'client' ? reservation.locale : 'fr'

/** An owner may answer these from the mail itself, by a link of their own. */
const DECIDING: readonly TemplateKey[] = ['nouvelle_demande', 'rappel_delai']

const linkFor = ({ id, holdUntil }: Subject, user: number, now: Date) =>
  makeDecisionLink({ reservation: id, user, holdUntil: new Date(holdUntil), now })

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
  const { parties, office, fingerprint, stored, listeners } = await noticeFacts(
    req,
    reservation.id,
    event,
  )
  await announce(req, event, reservation.id, now, listeners)
  const messages: MessageRow[] = []
  const links: DecisionLinkRow[] = []
  const deliveries: DeliveryRow[] = []
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
    if (to === 'client')
      deliveries.push(
        ...channelRows(phoneNotice(template, locale, facts), {
          ...parties.client,
          reservation: reservation.id,
          // A person who has confirmed it has looked whose it is.
          doubtful: reservation.doubtful === true && reservation.status !== 'confirmee',
          now,
        }),
      )
    const proof = fingerprintLine(fingerprint, locale)
    const write = (links: Pick<Facts, 'lien_admin'> = {}) =>
      chooseAndRender({
        stored: found?.document ?? null,
        builtIn: BUILT_IN[template][locale],
        key: template,
        locale,
        accent: office.agency.colour,
        facts: { ...facts, ...links },
      })
    // The text for all who decide nothing; written once, and only when there is such a reader.
    let common: ReturnType<typeof write> | undefined
    let fault: string | null = null
    for (const person of recipientsOf(to, parties, office.agency.name.fr)) {
      // Words of ours already stand on the page: without an address there is nothing to notify.
      if (event === 'message_de_l_equipe' && !person.email) continue
      // One message per event and person, whatever the number of their roles.
      const reader = `${to === 'client' ? 'client' : 'equipe'} ${person.email?.toLowerCase()}`
      if (told.has(reader)) continue
      told.add(reader)
      const decides = to === 'proprietaires' && DECIDING.includes(template)
      const link = decides && person.id ? linkFor(reservation, person.id, now) : null
      if (link) links.push(link.row)
      const text = link ? write({ lien_admin: link.address }) : (common ??= write())
      fault ??= text.fault
      const pace = person.pace ?? 'chaque'
      const quietUntil = gatheredUntil({ pace, template, now, zone: env.timeZone })
      messages.push({
        reservation_id: reservation.id,
        template,
        template_version: text.builtIn ? 'integre' : String(found?.revision ?? 1),
        direction: 'sortant',
        channel: person.email ? 'email' : 'espace',
        audience: to === 'client' ? 'client' : 'equipe',
        recipient: person.email,
        recipient_name: person.name,
        subject: text.subject,
        text: `${text.text}\n\n${proof}`,
        html: wrapHtml({
          html: `${text.html}\n<p style="color:#55666a;font-size:13px">${escapeHtml(proof)}</p>`,
          subject: text.subject,
          locale,
          agency: office.agency,
          footer: mailFooter(locale, office, template === 'nouveau_message'),
        }),
        fingerprint,
        state: person.email ? 'a_envoyer' : 'publiee',
        next_attempt_at: person.email ? (quietUntil ?? now).toISOString() : null,
        digest: quietUntil !== null,
        calendar:
          to === 'client' && person.email
            ? await calendarFor(req, {
                template,
                reservation,
                parties,
                agency: office.agency,
                locale,
                now,
                to: { name: person.name, email: person.email },
              })
            : null,
        created_at: now.toISOString(),
      })
    }
    if (fault) req.payload.logger.warn({ msg: `template ${template}/${locale}: ${fault}` })
  }
  await writeMessages(req, messages, links, deliveries)
}
