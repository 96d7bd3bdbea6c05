import { randomUUID } from 'node:crypto'
import { judgeAppointment, judgeStay } from '@/domain/availability'
import { instantField, isKind } from '@/domain/request'
import type { Kind, Locale } from '@/domain/status'
import type { PropertyDetail } from '@/domain/view'
import { unbroken, whenInWords } from '@/domain/wording'
import { addDays, instantOf, isDay, localDay, type Day } from '@/domain/zone'
import { env } from '@/env'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { offerOf } from '@/messaging/offer'
import { placeRefusal } from '@/placeRefusal'
import { outside } from './payload'
import { propertyBySlug } from './properties'

/** The funnel's answers travel in the address: no personal data, and back always works. */
export type Answers = {
  bien: string
  type: string
  debut: string
  fin: string
  cle: string
}

export type Query = Promise<Record<string, string | string[] | undefined>>

export async function queryOf(query: Query): Promise<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(await query).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value[0] : value)?.slice(0, 200) ?? '',
    ]),
  )
}

export function answersOf(query: Record<string, string>): Answers {
  const { bien = '', type = '', debut = '', fin = '', cle = '' } = query
  return {
    bien,
    type,
    debut: momentIn(debut),
    fin: momentIn(fin),
    cle: /^[\w-]{8,100}$/.test(cle) ? cle : '',
  }
}

/** A day or an instant that can be asked for at all; an address may hold anything. */
const momentIn = (text: string) => (isDay(text) || instantField.safeParse(text).success ? text : '')

export const newKey = () => randomUUID()

/** The property that was chosen, or null. */
export const chosenProperty = ({ bien }: Answers) => (bien ? propertyBySlug(bien) : null)

export type Place = {
  property: PropertyDetail
  kind: Kind
  startsAt: string
  endsAt: string | null
  when: string
  /** Somebody, perhaps this very device, holds it already. */
  taken: boolean
}

type Found = { place: Place } | { goTo: string }

/** What the answers ask for, checked against what is free now, or the step that is missing. */
export async function placeOf(answers: Answers, locale: Locale): Promise<Found> {
  const property = await chosenProperty(answers)
  if (!property || !isKind(answers.type) || !property.kinds.includes(answers.type))
    return { goTo: href(locale, '/reservation', { bien: property?.slug, erreurs: '1' }) }
  const kind = answers.type
  const back = (erreur: string) => ({
    goTo: href(locale, '/reservation/creneau', { ...answers, cle: answers.cle, erreurs: erreur }),
  })
  const period = periodOf(kind, answers)
  if (!period) return back('manque')
  const req = await outside()
  const found = await offerOf(
    req,
    property.id,
    period.startsAt,
    period.endsAt ?? period.startsAt,
    2,
  )
  if (!found) return back('manque')
  const now = new Date()
  const verdict =
    kind === 'sejour'
      ? judgeStay({ offer: found.offer, from: answers.debut, to: answers.fin, now })
      : judgeAppointment({ offer: found.offer, ...period, now })
  // The place may be this very device's own request: the send button answers that case.
  if (!verdict.ok && verdict.problem !== 'pris') return back(verdict.problem)
  const endsAt = verdict.ok ? verdict.endsAt : (period.endsAt ?? period.startsAt)
  return {
    place: {
      property,
      kind,
      startsAt: kind === 'sejour' ? answers.debut : period.startsAt.toISOString(),
      endsAt: kind === 'sejour' ? answers.fin : null,
      when: unbroken(
        whenInWords({ kind, startsAt: period.startsAt, endsAt, zone: env.timeZone, locale }),
      ),
      taken: !verdict.ok,
    },
  }
}

/** The period that the answers ask for, as far as it can be read; an appointment's end is open. */
export function periodOf(kind: Kind, { debut, fin }: Answers) {
  if (kind === 'sejour')
    return isDay(debut) && isDay(fin)
      ? {
          startsAt: instantOf(debut, '00:00', env.timeZone),
          endsAt: instantOf(fin, '00:00', env.timeZone),
        }
      : null
  return debut.includes('T') ? { startsAt: new Date(debut), endsAt: null } : null
}

/** What is wrong with the first step: its property, and once there is one, what is wanted of it. */
export function startFault(
  { bien, erreurs, vu }: Record<string, string>,
  found: boolean,
  t: Dictionary['funnel'],
): string | undefined {
  if (found) return erreurs ? t.kind.missing : undefined
  if (bien) return t.property.unknown
  return erreurs || vu ? t.property.missing : undefined
}

/** The sentence for a place that cannot be asked for. */
export function placeProblem(code: string, locale: Locale): string | null {
  const known = ['passe', 'trop_loin', 'hors_horaires', 'duree', 'pris'] as const
  const problem = known.find((one) => one === code)
  return problem ? placeRefusal(problem, locale).message : null
}

export function twoWeeks(): { from: Day; to: Day } {
  const from = localDay(new Date(), env.timeZone)
  return { from, to: addDays(from, 13) }
}
