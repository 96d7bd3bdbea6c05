import type { Metadata } from 'next'
import { Choices } from '@/components/Choices'
import { Question } from '@/components/Question'
import { dictionaryOf } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { answersOf, chosenProperty, queryOf, type Query } from '@/portal/funnel'
import { localeOf } from '@/portal/formPost'
import { pageLanguage } from '@/portal/page'
import { listProperties } from '@/portal/properties'

type Props = { params: Promise<{ lang: string }>; searchParams: Query }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = dictionaryOf(localeOf((await params).lang)).funnel
  const query = await queryOf(searchParams)
  const { title } = (await chosenProperty(answersOf(query))) ? t.kind : t.property
  return { title: `${query.erreurs ? t.errorPrefix : ''}${title}` }
}

export default async function StartPage({ params, searchParams }: Props) {
  const { locale, t } = await pageLanguage(params)
  const query = await queryOf(searchParams)
  const property = await chosenProperty(answersOf(query))
  if (!property) {
    const properties = await listProperties({})
    const message = query.bien ? t.funnel.property.unknown : t.funnel.property.missing
    const error = query.bien || query.erreurs ? message : undefined
    const choices = properties.map(({ slug, title, district, city }) => ({
      value: slug,
      label: title,
      hint: `${district}, ${city}`,
    }))
    return (
      <Question t={t} step={1} action={href(locale, '/reservation')} field="bien" error={error}>
        <Choices
          name="bien"
          legend={<h1>{t.funnel.property.title}</h1>}
          choices={choices}
          error={error}
        />
      </Question>
    )
  }
  const error = query.erreurs ? t.funnel.kind.missing : undefined
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
