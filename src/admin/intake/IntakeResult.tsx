import type { PayloadRequest } from 'payload'
import { Tag } from '@/admin/Tag'
import { planOf, type Plan } from '@/desk/intake/plan'
import { contentOf, type Intake } from '@/desk/intake/records'
import type { Locale } from '@/domain/status'
import { readTable } from '@/domain/intake/table'
import { intakeWords } from '@/i18n/intake'
import { PlanTable } from './PlanTable'

type Props = { intake: Intake; req: PayloadRequest; locale: Locale }

/** What a dry run found, told line by line, and the way on; or what an import did. */
export async function IntakeResult({ intake, req, locale }: Props) {
  const words = intakeWords(locale)
  const content = await contentOf(req, intake.id)
  const read = content && readTable(content)
  // Told as the data is now: what is shown is what would be done.
  const plan = read && 'table' in read ? await planOf(req, intake.kind, read.table, locale) : null
  const counts = plan ? countsIn(plan) : countedOf(intake)
  return (
    <section className="scim-block">
      <h2>{intake.state === 'essai' ? words.result : words.of(intake.fileName)}</h2>
      {intake.state === 'essai' && <p>{words.of(intake.fileName)}</p>}
      {intake.fault && (
        <p className="scim-fault">
          {words.unreadable}. {intake.fault[locale]}
        </p>
      )}
      {plan && plan.missing.length > 0 && (
        <p className="scim-fault">{words.missing(plan.missing.join(', '))}</p>
      )}
      {plan && plan.unknown.length > 0 && <p>{words.unknown(plan.unknown.join(', '))}</p>}
      {counts && (
        <p className="scim-tags">
          <Tag colour="success">{words.count.cree(counts.cree)}</Tag>
          <Tag colour="light">{words.count.deja(counts.deja)}</Tag>
          <Tag colour={counts.refuse ? 'error' : 'light'}>{words.count.refuse(counts.refuse)}</Tag>
        </p>
      )}
      {plan && plan.lines.length > 0 && (
        <>
          <ImportForm intake={intake} plan={plan} locale={locale} />
          <PlanTable plan={plan} locale={locale} />
          <p>
            <a href={`/api/imports/${intake.id}/rapport`} download>
              {words.report}
            </a>
          </p>
        </>
      )}
    </section>
  )
}

/** An import tells what it did; a file that could not be read has nothing to count. */
const countedOf = ({ made, known, refused }: Intake) =>
  made === null ? null : { cree: made, deja: known ?? 0, refuse: refused ?? 0 }

const countsIn = ({ lines }: Plan) => {
  const of = (outcome: string) => lines.filter((line) => line.outcome === outcome).length
  return { cree: of('cree'), deja: of('deja'), refuse: of('refuse') }
}

function ImportForm({ intake, plan, locale }: Omit<Props, 'req'> & { plan: Plan }) {
  const words = intakeWords(locale)
  const { cree } = countsIn(plan)
  if (cree === 0) return <p>{words.nothing}</p>
  return (
    <form method="post" action={`/api/imports/${intake.id}/importer`}>
      <input type="hidden" name="plan" value={plan.hash} />
      <button type="submit" className="scim-submit">
        {words.import(cree)}
      </button>
      <small>{words.importHint}</small>
    </form>
  )
}
