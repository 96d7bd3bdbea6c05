import type { Metadata } from 'next'
import { ErrorSummary } from '@/components/ErrorSummary'
import { Field } from '@/components/Field'
import { dictionaryOf } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { localeOf } from '@/portal/formPost'
import { queryOf, type Query } from '@/portal/funnel'
import { pageLanguage } from '@/portal/page'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = dictionaryOf(localeOf((await params).lang))
  const { erreur } = await queryOf(searchParams)
  return { title: `${erreur ? t.funnel.errorPrefix : ''}${t.access.title}` }
}

export default async function AccessPage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const { fait, erreur, minutes = '' } = await queryOf(searchParams)
  const words = t.access
  if (fait)
    return (
      <>
        <h1>{words.askedTitle}</h1>
        <p role="status">{words.asked}</p>
        <p>{words.nothing}</p>
        <p className="actions">
          <a className="button second" href={href(locale, '/suivi')}>
            {words.byReference}
          </a>
        </p>
      </>
    )
  const sentences: Record<string, string> = {
    adresse: words.unreadable,
    lien: words.spent,
    trop: words.tooMany(Number.parseInt(minutes, 10) || 15),
  }
  const message = erreur ? sentences[erreur] : undefined
  const errors = message ? [{ path: 'email', message }] : []
  return (
    <>
      <ErrorSummary errors={errors} t={t} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <form method="post" action={href(locale, '/espace/lien/envoi')} noValidate>
        <Field
          path="email"
          name="email"
          type="email"
          label={words.email}
          value=""
          errors={errors}
          autoComplete="email"
          spellCheck={false}
        />
        <button type="submit">{words.send}</button>
      </form>
    </>
  )
}
