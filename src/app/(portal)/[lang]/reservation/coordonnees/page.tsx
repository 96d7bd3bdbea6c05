import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ContactForm } from '@/components/ContactForm'
import { dictionaryOf } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { contactStep } from '@/portal/contactStep'
import { localeOf } from '@/portal/formPost'
import { answersOf, newKey, placeOf, queryOf, type Query } from '@/portal/funnel'
import { dayChanged } from '@/portal/momentStep'
import { pageLanguage } from '@/portal/page'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = dictionaryOf(localeOf((await params).lang)).funnel
  const { erreurs } = await queryOf(searchParams)
  return { title: `${erreurs ? t.errorPrefix : ''}${t.contact.title}` }
}

export default async function ContactPage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const query = await queryOf(searchParams)
  const answers = answersOf(query)
  const changed = dayChanged(query, answers, locale)
  if (changed) redirect(changed)
  const found = await placeOf(answers, locale)
  if ('goTo' in found) redirect(found.goTo)
  if (!answers.cle)
    redirect(href(locale, '/reservation/coordonnees', { ...answers, cle: newKey() }))
  const { draft, errors, shown, work } = await contactStep(query, locale)
  return (
    <ContactForm
      t={t}
      locale={locale}
      answers={answers}
      title={found.place.property.title}
      when={found.place.when}
      draft={draft}
      errors={errors}
      shown={shown}
      work={work}
      again={query.encore === '1'}
    />
  )
}
