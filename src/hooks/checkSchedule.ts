import type { CollectionBeforeChangeHook } from 'payload'
import { closedPeriodFaults, scheduleFaults } from '@/domain/visitHours'
import type { Words } from '@/domain/status'
import { fieldRefusal } from './fieldRefusal'

const LABELS = {
  visitHours: { fr: 'Heures de visite', en: 'Visiting hours' },
  closedPeriods: { fr: 'Fermetures', en: 'Closed periods' },
}

const NO_HOURS: Words = {
  fr: 'Un bien publié a besoin d’heures de visite.',
  en: 'A published property needs visiting hours.',
}

type Hours = { day: string; from: string; to: string }
type Closed = { from: string; to: string }

/**
 * A published property has visiting hours that make sense, else its page would offer nothing. No
 * property is closed backwards: it would look closed to its owner, and be open to everybody else.
 */
export const checkSchedule: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const property = { ...originalDoc, ...data }
  const hours: Hours[] = property.visitHours ?? []
  const closed: Closed[] = property.closedPeriods ?? []
  const published = property.status === 'publie'
  const onlyStays = property.kinds?.every((kind: string) => kind === 'sejour')
  const wrong = (path: keyof typeof LABELS, faults: readonly Words[]) =>
    faults.map((words) => ({ path, words }))
  const errors = [
    ...wrong('visitHours', published && hours.length === 0 && !onlyStays ? [NO_HOURS] : []),
    ...wrong('visitHours', published ? faultsOfHours(hours, property.slotMinutes) : []),
    ...wrong('closedPeriods', closedPeriodFaults(closed.map(daysOf))),
  ]
  if (errors.length > 0) throw fieldRefusal(req, { collection: 'properties' }, LABELS, errors)
  return data
}

const faultsOfHours = (hours: readonly Hours[], slotMinutes: number) =>
  scheduleFaults({
    visitHours: hours.map(({ day, from, to }) => ({ day: Number(day), from, to })),
    slotMinutes,
  })

/** Days without a time are stored as noon UTC. */
const daysOf = ({ from, to }: Closed) => ({ from: from.slice(0, 10), to: to.slice(0, 10) })
