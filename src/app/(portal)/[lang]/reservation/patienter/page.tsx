import type { Metadata } from 'next'
import { ContactLines } from '@/components/ContactLines'
import { BackLink } from '@/components/Question'
import { href } from '@/i18n/paths'
import { answersOf, queryOf, type Query } from '@/portal/funnel'
import { pageLanguage } from '@/portal/page'
import { support } from '@/portal/support'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageLanguage(params)).t.funnel.tooMany.title }
}

export default async function WaitPage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const query = await queryOf(searchParams)
  const { minutes = '', numero } = query
  const answers = answersOf(query)
  // A number may be mistyped; else the same answers are sent again later.
  const step = numero ? 'coordonnees' : 'verification'
  const { title, text, phone } = t.funnel.tooMany
  return (
    <>
      {answers.bien && <BackLink t={t} href={href(locale, `/reservation/${step}`, answers)} />}
      <h1>{title}</h1>
      <p>{numero ? phone : text(Number.parseInt(minutes, 10) || 10)}</p>
      {numero && (
        <p className="actions">
          <a className="button" href={href(locale, '/espace')}>
            {t.funnel.already.mine}
          </a>
        </p>
      )}
      <ContactLines contact={await support(null, locale)} t={t} />
    </>
  )
}
