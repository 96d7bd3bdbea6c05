import Link from 'next/link'
import type { PayloadRequest } from 'payload'
import { isAdmin } from '@/access'
import { FATE_LABELS, fateOf } from '@/domain/ledger'
import { CHANNEL_LABELS } from '@/domain/message'
import { momentInWords } from '@/domain/wording'
import { env } from '@/env'
import { dictionaryOf } from '@/i18n/dictionary'
import { phoneDeliveries } from '@/messaging/phoneLedger'
import { editorWords } from './editorWords'
import { phoneFate, PhoneLedger } from './PhoneLedger'
import { templateLinks } from './templateLinks'
import { templateRead } from './templateRead'
import { adminLocale, adminWords } from './words'

/** Everything said about this reservation, newest first, with what became of each message. */
export async function Conversation({ id, req }: { id: number; req: PayloadRequest }) {
  const { payload, i18n } = req
  const locale = adminLocale(i18n)
  const words = adminWords(locale)
  const { docs } = await payload.find({
    collection: 'messages',
    where: { reservation: { equals: id } },
    sort: '-createdAt',
    depth: 0,
    limit: 100,
    pagination: false,
    overrideAccess: false,
    user: req.user,
  })
  const phones = await phoneDeliveries(
    req,
    docs.map((message) => message.id),
  )
  const links = isAdmin({ req })
    ? await templateLinks(
        payload,
        docs.map((message) => message.id),
      )
    : new Map<number, string>()
  return (
    <section className="scim-block">
      <h3>{words.conversation}</h3>
      {docs.length === 0 && <p>{words.none}</p>}
      {docs.map((message) => {
        const at = new Date(message.createdAt)
        const onPhone = phones.filter((delivery) => delivery.message === message.id)
        return (
          <details key={message.id} className="scim-message" open={!message.template}>
            <summary>
              <strong>
                {message.subject ??
                  (message.direction === 'entrant' ? words.client : message.author)}
              </strong>{' '}
              <span>
                {momentInWords(at, env.timeZone, locale)} ·{' '}
                {CHANNEL_LABELS[message.channel][locale]}
                {message.recipient && ` ${words.to} ${message.recipient}`} ·{' '}
                {FATE_LABELS[fateOf(message)][locale]}
                {onPhone.map((delivery) => (
                  <span key={delivery.id}> · {phoneFate(delivery, message.createdAt, locale)}</span>
                ))}
              </span>
            </summary>
            <p className="scim-kept">{message.text}</p>
            <p>
              {links.has(message.id) && (
                <Link href={links.get(message.id) ?? ''} prefetch={false}>
                  {editorWords(locale).versionRead}
                </Link>
              )}{' '}
              {templateRead(message, words, locale)}
              {message.attempts ? ` · ${words.attempts(message.attempts)}` : ''}
              {message.serverAnswer && ` · ${message.serverAnswer}`}
            </p>
            {message.lastError && message.state !== 'envoyee' && (
              <p>
                {words.lastError}
                {dictionaryOf(locale).colon}
                {message.lastError}
              </p>
            )}
            <PhoneLedger deliveries={onPhone} locale={locale} />
          </details>
        )
      })}
    </section>
  )
}
