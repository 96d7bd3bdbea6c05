import { Pill } from '@payloadcms/ui'
import type { UIFieldServerProps } from 'payload'
import { FATE_COLOURS, FATE_LABELS, fateOf, ledgerLine } from '@/domain/ledger'
import { momentInWords } from '@/domain/wording'
import { env } from '@/env'
import { dictionaryOf } from '@/i18n/dictionary'
import { ledgerOf } from '@/messaging/ledger'
import { phoneDeliveries } from '@/messaging/phoneLedger'
import { PhoneLedger } from './PhoneLedger'
import { ResendMessage } from './ResendMessage.client'
import { templateRead } from './templateRead'
import { adminLocale } from './words'

const TEXTS = {
  fr: {
    title: 'Registre',
    prepared: 'Préparé',
    to: 'pour',
    next: 'Prochain essai',
    version: 'Modèle',
    builtIn: 'texte intégré',
    from: 'Renvoi du message',
    resend: 'Renvoyer',
    recipient: 'Adresse',
    hint: 'Corrigez-la si besoin. Le texte part tel quel ; l’ancien message reste dans le registre.',
    reached: 'Client joint autrement',
    sending: 'Envoi…',
    done: 'C’est enregistré.',
    failed:
      'Pas de réponse : nous ne savons pas si c’est enregistré. Vérifiez-le avant de réessayer.',
  },
  en: {
    title: 'Ledger',
    prepared: 'Prepared',
    to: 'for',
    next: 'Next attempt',
    version: 'Template',
    builtIn: 'built-in text',
    from: 'Resending of message',
    resend: 'Resend',
    recipient: 'Address',
    hint: 'Correct it if need be. The text leaves as it is; the old message stays in the ledger.',
    reached: 'Client reached otherwise',
    sending: 'Sending…',
    done: 'Saved.',
    failed: 'No answer came: we do not know whether it was saved. Check before trying again.',
  },
}

/** What is known of a message, and nothing more: each attempt with its answer, oldest first. */
export async function MessageLedger({ id, payload, req, i18n }: UIFieldServerProps) {
  if (id === undefined) return null
  const message = await payload.findByID({
    collection: 'messages',
    id,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    disableErrors: true,
  })
  if (!message) return null
  const locale = adminLocale(i18n)
  const texts = TEXTS[locale]
  const entries = await ledgerOf({ payload, transactionID: undefined }, Number(id))
  const onPhone = await phoneDeliveries({ payload, transactionID: undefined }, [Number(id)])
  const fate = fateOf(message)
  const moment = (iso: string) => momentInWords(new Date(iso), env.timeZone, locale)
  const source = templateRead(message, texts, locale)
  const outgoing = message.direction === 'sortant' && Boolean(message.template)
  return (
    <section className="scim-block">
      <h3>{texts.title}</h3>
      <Pill pillStyle={FATE_COLOURS[fate]}>{FATE_LABELS[fate][locale]}</Pill>
      <ol className="scim-timeline">
        <li>
          <strong>{texts.prepared}</strong>
          {(message.recipientName || message.recipient) &&
            ` ${texts.to} ${[message.recipientName, message.recipient].filter(Boolean).join(', ')}`}
          {source && ` · ${source}`}
          {message.resentFrom && ` · ${texts.from} ${String(message.resentFrom)}`}
          <br />
          <time dateTime={message.createdAt}>{moment(message.createdAt)}</time>
        </li>
        {entries.map((entry, index) => (
          <li key={index}>
            {ledgerLine(entry, locale)}
            <br />
            <time dateTime={new Date(entry.at).toISOString()}>{moment(entry.at)}</time>
          </li>
        ))}
      </ol>
      {message.nextAttemptAt && ['a_envoyer', 'echouee'].includes(message.state) && (
        <p>
          {texts.next}
          {dictionaryOf(locale).colon}
          {moment(message.nextAttemptAt)}
        </p>
      )}
      <PhoneLedger deliveries={onPhone} locale={locale} />
      {outgoing && message.reservation && (
        <ResendMessage
          id={Number(id)}
          recipient={message.recipient ?? ''}
          client={message.audience === 'client'}
          texts={texts}
        />
      )}
    </section>
  )
}
