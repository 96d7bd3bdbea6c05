import type { GlobalBeforeChangeHook } from 'payload'
import { scheduleFaults } from '@/domain/visitHours'
import { fieldRefusal } from './fieldRefusal'

const LABELS = { openingHours: { fr: 'Heures d’ouverture', en: 'Opening hours' } }

/** Opening hours that close before they open would break every promise made on them. */
export const checkOpeningHours: GlobalBeforeChangeHook = ({ data, req }) => {
  const visitHours = (data.openingHours ?? []).map(
    ({ day, opens, closes }: { day: string; opens: string; closes: string }) => ({
      day: Number(day),
      from: opens,
      to: closes,
    }),
  )
  const faults = scheduleFaults({ visitHours, slotMinutes: 5 })
  const wrong = faults.map((words) => ({ path: 'openingHours' as const, words }))
  if (wrong.length > 0) throw fieldRefusal(req, { global: 'settings' }, LABELS, wrong)
  return data
}
