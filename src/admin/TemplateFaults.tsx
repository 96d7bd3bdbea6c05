import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { isAdmin, isEditor } from '@/access'
import { TEMPLATE_KEYS } from '@/domain/notifications'
import { LOCALES, type Locale } from '@/domain/status'
import { faultsOf } from '@/domain/templateFaults'
import { TEMPLATE_LABELS } from '@/domain/templateVariables'
import { publishedTemplates } from '@/messaging/templates'
import { adminLocale, adminWords } from './words'

type Props = Pick<AdminViewServerProps, 'payload' | 'user' | 'i18n'>

/** Messages whose stored text is missing or broken, so that the built-in one leaves instead. */
export async function TemplateFaults({ payload, user, i18n }: Props) {
  if (!user) return null
  const asker = { req: { user } }
  if (!isAdmin(asker) && !isEditor(asker)) return null
  const locale = adminLocale(i18n)
  const words = adminWords(locale)
  const stored = await publishedTemplates({ payload, transactionID: undefined }, TEMPLATE_KEYS)
  const faults = TEMPLATE_KEYS.flatMap((key) =>
    LOCALES.flatMap((language: Locale) => {
      const found = stored.find((one) => one.key === key && one.locale === language)
      const [fault] = found ? faultsOf(found.document, key) : []
      if (found && !fault) return []
      return [
        { id: `${key}/${language}`, key, language, text: fault?.message[locale] ?? words.missing },
      ]
    }),
  )
  if (faults.length === 0) return null
  return (
    <section className="scim-block">
      <h2>{words.faults}</h2>
      <p>{words.faultsHint}</p>
      <ul className="scim-list">
        {faults.map(({ id, key, language, text }) => (
          <li key={id}>
            <Link href="/admin/collections/message-templates" prefetch={false}>
              {TEMPLATE_LABELS[key][locale]}
            </Link>{' '}
            ({language}) : {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
