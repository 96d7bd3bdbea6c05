import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { isAdmin, isEditor } from '@/access'
import { adviceOf } from '@/domain/report'
import { addMonths, localDay } from '@/domain/zone'
import { env } from '@/env'
import { askLogin } from './askLogin'
import { PanelFrame } from './PanelFrame'
import { ReportTable } from './ReportTable'
import { GROUPS, tallies, whatIfs, type Scope } from './reportData'
import { adminLocale, adminWords } from './words'

/** How the promises of a month were kept: all of them for admins, their own for owners. */
export async function Reports(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { user, payload, i18n } = req
  if (!user) askLogin(view)
  if (isEditor({ req })) notFound()
  const locale = adminLocale(i18n)
  const words = adminWords(locale).reports
  const thisMonth = localDay(new Date(), env.timeZone).slice(0, 7)
  const asked = String(view.searchParams?.mois ?? '')
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : thisMonth
  const owner = isAdmin({ req }) ? null : user.id
  const scope: Scope = { from: month, to: month, owner }
  const year: Scope = { from: addMonths(month, -11), to: month, owner }
  const shown = GROUPS.filter((group) => group !== 'owner' || owner === null)
  const tables = await Promise.all(
    shown.map(async (group) => ({
      group,
      rows: await tallies(payload, group, group === 'month' ? year : scope),
    })),
  )
  const judged = tables.find(({ group }) => group === 'total')?.rows[0]?.judged ?? 0
  const advice = adviceOf(await whatIfs(payload, scope), judged, env.slaMinutes)
  return (
    <PanelFrame view={view} title={words.title}>
      <div className="gutter--left gutter--right scim-reports">
        <h1>{words.title}</h1>
        <form method="get" className="scim-month">
          <label htmlFor="mois">{words.month}</label>
          <input id="mois" name="mois" type="month" defaultValue={month} max={thisMonth} />
          <button type="submit">{words.show}</button>
        </form>
        <p className="scim-advice">{advice.length > 0 ? words.advice(advice) : words.noAdvice}</p>
        {tables.map(({ group, rows }) => (
          <ReportTable key={group} group={group} rows={rows} locale={locale} />
        ))}
        <p>{words.legend}</p>
      </div>
    </PanelFrame>
  )
}
