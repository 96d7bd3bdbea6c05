import { Pill } from '@payloadcms/ui'
import Link from 'next/link'
import type { BeforeListTableServerProps } from 'payload'
import { TEMPLATE_KEYS } from '@/domain/notifications'
import { LOCALES, type Locale } from '@/domain/status'
import { TEMPLATE_LABELS } from '@/domain/templateVariables'
import { editorWords, type EditorWords } from './editorWords'
import { templateOverview, type OverviewCell } from './templateOverview'
import { adminLocale } from './words'

/** French and English side by side: what leaves, what waits as a draft, what is missing. */
export async function TemplateMatrix({ payload, i18n }: BeforeListTableServerProps) {
  const language = adminLocale(i18n)
  const words = editorWords(language)
  const cells = await templateOverview(payload)
  return (
    <section className="scim-block scim-matrix" aria-label={words.matrix}>
      <h3>{words.matrix}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.message}</th>
            {LOCALES.map((locale) => (
              <th key={locale} scope="col">
                {words.languages[locale]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {TEMPLATE_KEYS.map((key) => (
            <tr key={key}>
              <th scope="row">{TEMPLATE_LABELS[key][language]}</th>
              {cells
                .filter((cell) => cell.key === key)
                .map((cell) => (
                  <td key={cell.locale}>
                    <Cell cell={cell} language={language} words={words} />
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell(props: { cell: OverviewCell; language: Locale; words: EditorWords }) {
  const { cell, language, words } = props
  const { state, fault } = cell
  const to = state
    ? `/admin/collections/message-templates/${state.id}`
    : '/admin/collections/message-templates/create'
  return (
    <>
      <Link href={to} prefetch={false}>
        {state ? words.open(cell.locale) : words.write}
      </Link>{' '}
      {fault ? (
        <Pill pillStyle="error" size="small">
          {fault[language]}
        </Pill>
      ) : (
        <Pill pillStyle="success" size="small">
          {words.published(state?.revision ?? 1)}
        </Pill>
      )}{' '}
      {state?.draft && (
        <Pill pillStyle="warning" size="small">
          {words.draft}
        </Pill>
      )}
    </>
  )
}
