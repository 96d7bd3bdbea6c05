import type { Metadata } from 'next'
import { href } from '@/i18n/paths'
import { answersOf, queryOf, type Query } from '@/portal/funnel'
import { pageLanguage } from '@/portal/page'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageLanguage(params)).t.funnel.already.title }
}

export default async function AlreadyPage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  // What was chosen last is not to be chosen again, and goes under a key of its own.
  const answers = { ...answersOf(await queryOf(searchParams)), cle: '' }
  const next = answers.debut ? '/reservation/coordonnees' : '/reservation'
  const words = t.funnel.already
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p className="actions">
        <a className="button" href={href(locale, '/espace')}>
          {words.mine}
        </a>
        <a className="button second" href={href(locale, next, answers)}>
          {words.new}
        </a>
      </p>
    </>
  )
}
