import { ValidationError, type GlobalBeforeChangeHook } from 'payload'
import { scheduleFaults } from '@/domain/visitHours'
import { localeOf } from '@/refusal'

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
  if (faults.length > 0)
    throw new ValidationError(
      {
        global: 'settings',
        errors: faults.map((fault) => ({ message: fault[localeOf(req)], path: 'openingHours' })),
        req,
      },
      req.t,
    )
  return data
}
