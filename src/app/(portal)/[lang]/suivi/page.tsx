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
  return { title: `${erreur ? t.funnel.errorPrefix : ''}${t.track.title}` }
}

export default async function TrackPage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const { erreur, minutes = '', reference = '' } = await queryOf(searchParams)
  const words = t.track
  const sentence = minutes ? words.tooMany(String(Number.parseInt(minutes, 10) || 15)) : words.wrong
  const missing = [
    ...(reference ? [] : [{ path: 'reference', message: words.noReference }]),
    { path: 'contact', message: words.noContact },
  ]
  const wrong = erreur ? [{ path: 'reference', message: sentence }] : []
  const errors = erreur === 'vide' ? missing : wrong
  return (
    <>
      <ErrorSummary errors={errors} t={t} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <form method="post" action={href(locale, '/suivi/recherche')} noValidate>
        <Field
          path="reference"
          name="reference"
          label={words.reference}
          hint={words.referenceHint}
          value={reference}
          errors={errors}
          autoComplete="off"
          spellCheck={false}
        />
        <Field
          path="contact"
          name="contact"
          label={words.contact}
          value=""
          errors={errors}
          autoComplete="on"
          spellCheck={false}
        />
        <button type="submit">{words.find}</button>
      </form>
      <p className="after">
        <a href={href(locale, '/espace/lien')}>{t.mine.byMail}</a>
      </p>
    </>
  )
}
