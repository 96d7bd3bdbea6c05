import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { isAdmin, isEditor } from '@/access'
import { TEMPLATE_LABELS } from '@/domain/templateVariables'
import { templateOverview } from './templateOverview'
import { adminLocale, adminWords } from './words'

type Props = Pick<AdminViewServerProps, 'payload' | 'user' | 'i18n'>

/** Messages whose stored text is missing or broken, so that the built-in one leaves instead. */
export async function TemplateFaults({ payload, user, i18n }: Props) {
  if (!user) return null
  const asker = { req: { user } }
  if (!isAdmin(asker) && !isEditor(asker)) return null
  const locale = adminLocale(i18n)
  const words = adminWords(locale)
  const faulty = (await templateOverview(payload)).filter(({ fault }) => fault !== null)
  if (faulty.length === 0) return null
  return (
    <section className="scim-block">
      <h2>{words.faults}</h2>
      <p>{words.faultsHint}</p>
      <ul className="scim-list">
        {faulty.map(({ key, locale: language, state, fault }) => (
          <li key={`${key}/${language}`}>
            <Link href={`/admin/collections/message-templates/${state?.id ?? ''}`} prefetch={false}>
              {TEMPLATE_LABELS[key][locale]}
            </Link>{' '}
            ({language}) : {fault?.[locale]}
          </li>
        ))}
      </ul>
    </section>
  )
}
