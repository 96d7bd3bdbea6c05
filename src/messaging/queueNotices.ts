import type { PayloadRequest } from 'payload'
import { NOTICES, type Event } from '@/domain/notifications'
import type { MessageView } from '@/domain/view'
import { preparedFor } from '@/prepared'
import { announce } from './announce'
import { channelRows, type DeliveryRow } from './channelRows'
import type { DecisionLinkRow } from './decisionLink'
import { phoneNotice } from './facts'
import { letterRow } from './letterRow'
import { lettersOf } from './letters'
import { noticeFacts } from './noticeFacts'
import { tellingOf, type Subject, type Telling } from './telling'
import { writeMessages, type MessageRow } from './writeMessages'

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
  const known = await noticeFacts(req, reservation.id, event)
  await announce(req, event, reservation.id, now, known.listeners)
  const messages: MessageRow[] = []
  const links: DecisionLinkRow[] = []
  const deliveries: DeliveryRow[] = []
  const told = new Set<string>()
  for (const notice of NOTICES[event]) {
    const telling = await tellingOf(req, notice, { event, reservation, known, now, message })
    const letters = lettersOf(telling, told)
    for (const letter of letters) {
      messages.push(await letterRow(req, telling, letter))
      if (letter.link) links.push(letter.link)
    }
    deliveries.push(...phoneRows(telling))
    const fault = letters.find(({ text }) => text.fault)?.text.fault
    if (fault)
      req.payload.logger.warn({ msg: `template ${telling.template}/${telling.locale}: ${fault}` })
  }
  await writeMessages(req, messages, links, deliveries)
  const prepared = preparedFor(req)
  if (prepared) prepared.told = messages.filter(({ audience }) => audience === 'client').map(seen)
}

/** As the client's page shows it. */
const seen = ({ created_at: at, direction, subject, text, state }: MessageRow): MessageView => ({
  at,
  direction,
  subject,
  text,
  state,
})

/** What goes to the client's phone beside the mail. */
function phoneRows({ template, to, locale, facts, reservation, known, now }: Telling) {
  if (to !== 'client') return []
  return channelRows(phoneNotice(template, locale, facts), {
    ...known.parties.client,
    reservation: reservation.id,
    // A person who has confirmed it has looked whose it is.
    doubtful: reservation.doubtful === true && reservation.status !== 'confirmee',
    now,
  })
}
