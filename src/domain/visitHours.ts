import type { ClosedPeriod, VisitHours } from './availability'
import type { Words } from './status'
import { isTime, type Day, type Time } from './zone'

/** What is wrong with opening hours, in words; empty when they make sense. */
export function scheduleFaults(schedule: {
  visitHours: readonly VisitHours[]
  slotMinutes: number
}): Words[] {
  const { visitHours, slotMinutes } = schedule
  const faults: Words[] = []
  if (!Number.isInteger(slotMinutes) || slotMinutes < 5 || slotMinutes > 480)
    faults.push({
      fr: 'Un rendez-vous dure de 5 à 480 minutes entières.',
      en: 'An appointment lasts 5 to 480 whole minutes.',
    })
  const minutes = (time: Time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  for (const { from, to } of visitHours) {
    if (!isTime(from) || !isTime(to))
      faults.push({
        fr: `« ${from} – ${to} » : écrivez les heures ainsi, 08:00.`,
        en: `“${from} – ${to}”: write times as 08:00.`,
      })
    else if (from >= to)
      faults.push({
        fr: `« ${from} – ${to} » : la fin doit venir après le début.`,
        en: `“${from} – ${to}”: the end must come after the start.`,
      })
    else if (minutes(to) - minutes(from) < slotMinutes)
      faults.push({
        fr: `« ${from} – ${to} » : trop court pour un rendez-vous de ${slotMinutes} minutes.`,
        en: `“${from} – ${to}”: too short for an appointment of ${slotMinutes} minutes.`,
      })
  }
  const sorted = [...visitHours].sort(
    (one, other) => one.day - other.day || one.from.localeCompare(other.from),
  )
  for (const [index, hours] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next && next.day === hours.day && next.from < hours.to)
      faults.push({
        fr: `« ${hours.from} – ${hours.to} » et « ${next.from} – ${next.to} » se chevauchent.`,
        en: `“${hours.from} – ${hours.to}” and “${next.from} – ${next.to}” overlap.`,
      })
  }
  return faults
}

/** What is wrong with closed periods, in words. Both days are closed, so they may be the same. */
export function closedPeriodFaults(periods: readonly ClosedPeriod[]): Words[] {
  const written = (day: Day) => day.split('-').reverse().join('/')
  return periods
    .filter(({ from, to }) => from > to)
    .map(({ from, to }) => ({
      fr: `Fermeture du ${written(from)} au ${written(to)} : la fin précède le début.`,
      en: `Closed from ${written(from)} to ${written(to)}: the end comes before the start.`,
    }))
}
