import Link from 'next/link'
import type { BeforeListTableServerProps, Where } from 'payload'
import { isAdmin, propertiesOf } from '@/access'
import { listOf, ofProperty, late, thisWeek, toAnswer } from '@/admin/listLinks'
import { adminLocale } from '@/admin/words'
import { rowsOf, sql } from '@/database'
import type { Locale } from '@/domain/status'
import { exportLink } from './exportLink'
import { PropertyChoice } from './PropertyChoice.client'

const WORDS = {
  fr: {
    presets: 'Vues',
    all: 'Toutes',
    toAnswer: 'À traiter',
    late: 'En retard',
    week: 'Cette semaine',
    property: 'Un bien',
    choose: 'Tous les biens',
    csv: 'Exporter en CSV',
    json: 'Exporter en JSON',
  },
  en: {
    presets: 'Views',
    all: 'All',
    toAnswer: 'To answer',
    late: 'Late',
    week: 'This week',
    property: 'One property',
    choose: 'All properties',
    csv: 'Export as CSV',
    json: 'Export as JSON',
  },
} satisfies Record<Locale, object>

type Props = Pick<BeforeListTableServerProps, 'payload' | 'user' | 'i18n' | 'searchParams'>

/** The properties whose reservations this person reads, by title. */
function choices(payload: Props['payload'], user: NonNullable<Props['user']>) {
  const req = { payload, transactionID: undefined }
  if (!isAdmin({ req: { user } })) return propertiesOf(req, user)
  return rowsOf<{ id: number; title: string }>(
    req,
    sql`select id, title from properties order by title, id limit 100`,
  )
}

/** Ready-made views of the list, and the file of exactly what it shows. */
export async function ListTools({ payload, user, i18n, searchParams }: Props) {
  if (!user) return null
  const locale = adminLocale(i18n)
  const words = WORDS[locale]
  const now = new Date()
  const properties = await choices(payload, user)
  const shown = JSON.stringify(searchParams?.where ?? null)
  const views = [
    { label: words.all, href: listOf(), mark: 'null' },
    { label: words.toAnswer, href: toAnswer() },
    { label: words.late, href: late(now) },
    { label: words.week, href: thisWeek(now) },
  ]
  return (
    <nav aria-label={words.presets} className="scim-list-tools">
      <ul className="scim-presets">
        {views.map(({ label, href, mark }) => (
          <li key={label}>
            <Link href={href} prefetch={false} aria-current={mark === shown ? true : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <PropertyChoice
        label={words.property}
        all={words.choose}
        options={properties.map(({ id, title }) => ({ title, href: ofProperty(id) }))}
        none={listOf()}
      />
      <ul className="scim-presets">
        {(['csv', 'json'] as const).map((format) => (
          <li key={format}>
            {/* as: whatever the address says, the export checks it as the list does. */}
            <a href={exportLink(format, searchParams as { where?: Where })} download>
              {words[format]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
