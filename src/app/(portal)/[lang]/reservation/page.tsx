import type { Metadata } from 'next'
import { Choices } from '@/components/Choices'
import { Question } from '@/components/Question'
import { dictionaryOf } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { answersOf, chosenProperty, queryOf, startFault, type Query } from '@/portal/funnel'
import { localeOf } from '@/portal/formPost'
import { pageLanguage } from '@/portal/page'
import { listProperties } from '@/portal/properties'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = dictionaryOf(localeOf((await params).lang)).funnel
  const query = await queryOf(searchParams)
  const found = (await chosenProperty(answersOf(query))) !== null
  const { title } = found ? t.kind : t.property
  return { title: `${startFault(query, found, t) ? t.errorPrefix : ''}${title}` }
}

export default async function StartPage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const query = await queryOf(searchParams)
  const property = await chosenProperty(answersOf(query))
  const error = startFault(query, property !== null, t.funnel)
  if (!property) {
    const properties = await listProperties({})
    const choices = properties.map(({ slug, title, district, city }) => ({
      value: slug,
      label: title,
      hint: `${district}, ${city}`,
    }))
    return (
      <Question
        t={t}
        step={1}
        action={href(locale, '/reservation')}
        hidden={{ vu: '1' }}
        field="bien"
        error={error}
      >
        <Choices
          name="bien"
          legend={<h1>{t.funnel.property.title}</h1>}
          choices={choices}
          error={error}
        />
      </Question>
    )
  }
  return (
    <Question
      t={t}
      step={1}
      action={href(locale, '/reservation/creneau')}
      hidden={{ bien: property.slug }}
      back={href(locale, '/reservation')}
      caption={property.title}
      field="type"
      error={error}
    >
      <Choices
        name="type"
        legend={<h1>{t.funnel.kind.title}</h1>}
        choices={property.kinds.map((kind) => ({ value: kind, ...t.kinds[kind] }))}
        error={error}
      />
    </Question>
  )
}
