import type { Locale } from '@/domain/status'
import { intakeWords } from '@/i18n/intake'
import type { Plan, PlanLine } from './plan'

/** Why a line becomes what it becomes, in words; nothing for what is simply made. */
export function reasonsOf(line: PlanLine, locale: Locale): string[] {
  if (line.outcome === 'cree') return []
  if (line.outcome === 'deja') return [line.where]
  const colon = locale === 'fr' ? ' : ' : ': '
  return line.faults.map(({ column, message }) => `${column}${colon}${message}`)
}

/** The report as a table, its titles first. */
export function reportLines({ lines }: Plan, locale: Locale): string[][] {
  const words = intakeWords(locale)
  return [
    [words.line, words.what, words.becomes, words.why],
    ...lines.map((line) => [
      String(line.line),
      line.label,
      words.outcome[line.outcome],
      reasonsOf(line, locale).join(' ; '),
    ]),
  ]
}
