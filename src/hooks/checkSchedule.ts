import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { scheduleFaults } from '@/domain/availability'
import { localeOf } from '@/refusal'

/** A published property has visiting hours that make sense, else its page would offer nothing. */
export const checkSchedule: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const property = { ...originalDoc, ...data }
  if (property.status !== 'publie') return data
  const visitHours = (property.visitHours ?? []).map(
    ({ day, from, to }: { day: string; from: string; to: string }) => ({
      day: Number(day),
      from,
      to,
    }),
  )
  const faults = scheduleFaults({ visitHours, slotMinutes: property.slotMinutes })
  const onlyStays = property.kinds?.every((kind: string) => kind === 'sejour')
  const missing = visitHours.length === 0 && !onlyStays
  const locale = localeOf(req)
  const messages = [
    ...(missing
      ? [
          locale === 'fr'
            ? 'Un bien publié a besoin d’heures de visite.'
            : 'A published property needs visiting hours.',
        ]
      : []),
    ...faults.map((fault) => fault[locale]),
  ]
  if (messages.length > 0)
    throw new ValidationError(
      {
        collection: 'properties',
        errors: messages.map((message) => ({ message, path: 'visitHours' })),
        req,
      },
      req.t,
    )
  return data
}
