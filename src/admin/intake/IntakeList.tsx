import type { PayloadRequest } from 'payload'
import { keptOf, type Intake } from '@/desk/intake/records'
import type { Locale } from '@/domain/status'
import { momentInWords } from '@/domain/wording'
import { env } from '@/env'
import { intakeWords } from '@/i18n/intake'

type Props = { intakes: Intake[]; req: PayloadRequest; locale: Locale }

/** The files that were imported, the latest first, each with the way back. */
export function IntakeList({ intakes, req, locale }: Props) {
  const words = intakeWords(locale)
  return (
    <section className="scim-block">
      <h2>{words.past}</h2>
      {intakes.length === 0 ? <p>{words.none}</p> : <p>{words.undoHint}</p>}
      <ul className="scim-list">
        {intakes.map((intake) => (
          <li key={intake.id}>
            <OneFile intake={intake} req={req} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const told = (at: string | null, locale: Locale) =>
  at ? momentInWords(new Date(at), env.timeZone, locale) : ''

async function OneFile({ intake, req, locale }: Omit<Props, 'intakes'> & { intake: Intake }) {
  const words = intakeWords(locale)
  const kept = intake.state === 'defait' ? await keptOf(req, intake.id) : []
  return (
    <>
      <strong>{intake.fileName}</strong>
      <br />
      <small>
        {words.kinds[intake.kind]} · {told(intake.importedAt, locale)} · {intake.byName} ·{' '}
        {words.count.cree(intake.made ?? 0)}, {words.count.deja(intake.known ?? 0)},{' '}
        {words.count.refuse(intake.refused ?? 0)}
      </small>
      {intake.state === 'importe' && (
        <details>
          <summary>
            {words.undo}
            <span className="scim-hidden"> ({intake.fileName})</span>
          </summary>
          <form method="post" action={`/api/imports/${intake.id}/annuler`}>
            <p>{words.undoAsked(intake.made ?? 0)}</p>
            <button type="submit" className="scim-link-button">
              {words.undoSure}
            </button>
          </form>
        </details>
      )}
      {intake.state === 'defait' && (
        <p>
          <em>{words.undone(told(intake.undoneAt, locale), intake.undoneBy ?? '')}</em>
        </p>
      )}
      {kept.length > 0 && (
        <ul>
          {kept.slice(0, 50).map((row) => (
            <li key={`${row.line} ${row.kept}`}>
              {words.kept(row.line, words.keptWhy[row.kept] ?? row.kept)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
