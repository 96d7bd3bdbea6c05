import { Gutter, Pill } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { isAdmin } from '@/access'
import type { Health } from '@/health'
import { askLogin } from './askLogin'
import { healthLines, type HealthLine } from './healthLines'
import { healthWords, type HealthWords } from './healthWords'
import { PanelFrame } from './PanelFrame'
import { settingsList } from './settingsList'
import { adminLocale } from './words'

const COLOURS: Record<Health, 'success' | 'warning' | 'error'> = {
  ok: 'success',
  degraded: 'warning',
  down: 'error',
}

/** What is set and whether it works, on one page, for administrators. */
export async function HealthView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  if (!req.user) askLogin(view)
  const { payload, i18n } = req
  const locale = adminLocale(i18n)
  const words = healthWords(locale)
  return (
    <PanelFrame view={view} title={words.title}>
      <Gutter>
        <div className="scim-health">
          <h1>{words.title}</h1>
          {isAdmin({ req }) ? (
            <Report
              lines={await healthLines(payload, words, locale)}
              words={words}
              locale={locale}
            />
          ) : (
            <p>{words.adminOnly}</p>
          )}
        </div>
      </Gutter>
    </PanelFrame>
  )
}

function Report(props: { lines: HealthLine[]; words: HealthWords; locale: 'fr' | 'en' }) {
  const { lines, words, locale } = props
  return (
    <>
      <p>{words.lead}</p>
      <h2>{words.health}</h2>
      <table>
        <tbody>
          {lines.map(({ name, health, detail, link }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <Pill pillStyle={COLOURS[health]} size="small">
                  {words.states[health]}
                </Pill>
              </td>
              <td>
                {detail}{' '}
                {link && (
                  <a
                    href={link.href}
                    {...(link.outside ? { target: '_blank', rel: 'noopener' } : {})}
                  >
                    {link.label}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{words.settings}</h2>
      <p>{words.settingsHint}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.meaning}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.name}</th>
          </tr>
        </thead>
        <tbody>
          {settingsList(locale).map(({ name, meaning, value }) => (
            <tr key={name}>
              <th scope="row">{meaning}</th>
              <td>{value ?? <em>{words.unset}</em>}</td>
              <td>
                <code>{name}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
