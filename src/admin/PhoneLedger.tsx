import { PHONE_CHANNEL_LABELS } from '@/domain/channel'
import { channelLine, deliveryInWords } from '@/domain/channelLedger'
import { smsSize } from '@/domain/gsm7'
import { readablePhone } from '@/domain/phone'
import type { Locale } from '@/domain/status'
import { templateInWords } from '@/domain/whatsappCloud'
import { clockTime, dayInWords, deadlineInWords, momentInWords, unbroken } from '@/domain/wording'
import { localDay } from '@/domain/zone'
import { env } from '@/env'
import type { PhoneDelivery } from '@/messaging/phoneLedger'
import { phoneWords } from './phoneWords'

/** 'à 14 h 12' on the day of the message, else with its day. */
export function atWords(iso: string, from: string, locale: Locale): string {
  const at = new Date(iso)
  const time = unbroken(clockTime(at, env.timeZone, locale))
  const { onTheDay, another } = phoneWords(locale)
  if (localDay(at, env.timeZone) === localDay(new Date(from), env.timeZone)) return onTheDay(time)
  return another(dayInWords(at, env.timeZone, locale), time)
}

/** Where a text to the phone stands, in the line of its message. @param from when that was written */
export const phoneFate = (delivery: PhoneDelivery, from: string, locale: Locale) =>
  deliveryInWords(delivery, locale, (iso) => atWords(iso, from, locale))

const contentWords = ({ channel, content, recipient }: PhoneDelivery) =>
  channel === 'sms' || recipient === '' ? content : templateInWords(content)

/** What went to the client's phone with a message: the words, and each thing that became of them. */
export function PhoneLedger({
  deliveries,
  locale,
}: {
  deliveries: PhoneDelivery[]
  locale: Locale
}) {
  const words = phoneWords(locale)
  const moment = (iso: string) => momentInWords(new Date(iso), env.timeZone, locale)
  return deliveries.map((delivery) => {
    const { id, channel, recipient, content, events, nextAttemptAt, state } = delivery
    return (
      <section key={id} className="scim-phone">
        <h4>
          {PHONE_CHANNEL_LABELS[channel][locale]}
          {recipient && ` ${words.to} ${readablePhone(recipient)}`}
          {channel === 'sms' && recipient && ` · ${words.segments(smsSize(content).segments)}`}
        </h4>
        <p className="scim-kept">{contentWords(delivery)}</p>
        <ol className="scim-timeline">
          {events.map((entry, index) => (
            <li key={index}>
              {channelLine(entry, locale)}
              <br />
              <time dateTime={new Date(entry.at).toISOString()}>{moment(entry.at)}</time>
            </li>
          ))}
        </ol>
        {nextAttemptAt && (state === 'a_envoyer' || state === 'echouee') && (
          <p>
            {words.next(deadlineInWords(new Date(nextAttemptAt), new Date(), env.timeZone, locale))}
          </p>
        )}
      </section>
    )
  })
}
