import { z } from 'zod'
import { dayField, instantField } from './request'
import { orderFault, sentences } from './requestFaults'
import type { Kind, Locale } from './status'
import type { FieldError } from './view'

/** When something shall take place: days for a stay, instants for an appointment. */
export type Moment =
  | { kind: 'sejour'; startsAt: string; endsAt: string }
  | { kind: Exclude<Kind, 'sejour'>; startsAt: Date; endsAt: Date | null }

const stay = z.object({ startsAt: dayField, endsAt: dayField })
const appointment = z.object({
  startsAt: instantField,
  endsAt: instantField.nullish().transform((end) => end ?? null),
})

/** Reads `startsAt` and `endsAt` as a request of this kind has them. */
export function parseMoment(
  body: { [name: string]: unknown },
  asked: { kind: Kind; locale: Locale },
): { moment: Moment } | { errors: FieldError[] } {
  const { kind, locale } = asked
  const late = orderFault(body.startsAt, body.endsAt, locale)
  if (kind === 'sejour') {
    const parsed = stay.safeParse(body)
    if (!parsed.success) return { errors: [...sentences(parsed.error, locale), ...late] }
    return late.length > 0 ? { errors: late } : { moment: { kind, ...parsed.data } }
  }
  const parsed = appointment.safeParse(body)
  if (!parsed.success) return { errors: [...sentences(parsed.error, locale), ...late] }
  return late.length > 0 ? { errors: late } : { moment: { kind, ...parsed.data } }
}
