import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CheckAnswers } from '@/components/CheckAnswers'
import { dictionaryOf } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { agencyNow } from '@/portal/agency'
import { draftFaults } from '@/portal/contactStep'
import { readDraft } from '@/portal/draft'
import { localeOf } from '@/portal/formPost'
import { answersOf, placeOf, queryOf, type Query } from '@/portal/funnel'
import { pageLanguage } from '@/portal/page'
import { support } from '@/portal/support'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: dictionaryOf(localeOf((await params).lang)).funnel.check.title }
}

export default async function CheckPage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const query = await queryOf(searchParams)
  const answers = answersOf(query)
  const found = await placeOf(answers, locale)
  if ('goTo' in found) redirect(found.goTo)
  if (query.choix && found.place.taken)
    redirect(href(locale, '/reservation/creneau', { ...answers, pris: '1' }))
  const draft = await readDraft()
  const contactPage = { ...answers, erreurs: draft.name || draft.phone ? '1' : '' }
  if (!answers.cle || draftFaults(draft, locale).length > 0)
    redirect(href(locale, '/reservation/coordonnees', contactPage))
  const contact = await support(null, locale)
  return (
    <CheckAnswers
      t={t}
      locale={locale}
      currency={(await agencyNow()).currency}
      answers={answers}
      place={found.place}
      draft={draft}
      promise={contact.promiseInWords}
      contact={contact}
      holdHours={contact.holdHours}
    />
  )
}
