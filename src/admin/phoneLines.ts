import type { Payload } from 'payload'
import { PHONE_CHANNEL_LABELS, type ChannelName } from '@/domain/channel'
import { answerInWords } from '@/domain/channelLedger'
import type { Locale } from '@/domain/status'
import { momentInWords } from '@/domain/wording'
import { env } from '@/env'
import { phoneHealth, type PhoneHealth } from '@/messaging/phoneHealth'
import type { HealthLine } from './healthLines'
import { phoneWords } from './phoneWords'

const SERVICES: Record<ChannelName, string> = { sms: 'SMS', whatsapp_api: 'WhatsApp Business' }

/** A worker looks every three seconds. */
const LATE = 75

const isTroubled = ({ troubledSince, overdue, givenUp, accepted }: PhoneHealth) =>
  troubledSince !== null || overdue > LATE || givenUp > accepted

/** Each channel to phones that is set, in a line for people; none where none is. */
export async function phoneLines(payload: Payload, locale: Locale): Promise<HealthLine[]> {
  return (await phoneHealth(payload)).map((one) => ({
    name: SERVICES[one.channel],
    health: isTroubled(one) ? 'degraded' : 'ok',
    detail: detailOf(one, locale),
    link: {
      href: '/admin/collections/channel-deliveries',
      label: { fr: 'Voir', en: 'See' }[locale],
      outside: false,
    },
  }))
}

/** The channels whose provider takes nothing, or null where all do: for the first page of the day. */
export async function phoneTrouble(payload: Payload, locale: Locale): Promise<string | null> {
  const troubled = (await phoneHealth(payload)).filter(({ troubledSince }) => troubledSince)
  if (troubled.length === 0) return null
  return troubled
    .map((one) => `${PHONE_CHANNEL_LABELS[one.channel][locale]} : ${troubleOf(one, locale)}`)
    .join(' · ')
}

const instant = (at: Date, locale: Locale) => momentInWords(at, env.timeZone, locale)

const troubleOf = ({ troubledSince, answer }: PhoneHealth, locale: Locale) =>
  troubledSince
    ? phoneWords(locale).trouble(instant(troubledSince, locale), answerInWords(answer, locale))
    : ''

function detailOf(one: PhoneHealth, locale: Locale): string {
  const words = phoneWords(locale)
  return [
    one.lastAccepted ? words.lastAccepted(instant(one.lastAccepted, locale)) : words.neverAccepted,
    words.waiting(one.waiting),
    troubleOf(one, locale),
    one.overdue > LATE ? words.overdue(Math.round(one.overdue / 60)) : '',
    one.givenUp > 0 ? words.givenUp(one.givenUp) : '',
    one.undelivered > 0 ? words.undelivered(one.undelivered) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
