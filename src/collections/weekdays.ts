import type { SelectField } from 'payload'

/** ISO 8601 weekdays, Monday first, as select options. */
export const WEEKDAYS = [
  { value: '1', label: { fr: 'Lundi', en: 'Monday' } },
  { value: '2', label: { fr: 'Mardi', en: 'Tuesday' } },
  { value: '3', label: { fr: 'Mercredi', en: 'Wednesday' } },
  { value: '4', label: { fr: 'Jeudi', en: 'Thursday' } },
  { value: '5', label: { fr: 'Vendredi', en: 'Friday' } },
  { value: '6', label: { fr: 'Samedi', en: 'Saturday' } },
  { value: '7', label: { fr: 'Dimanche', en: 'Sunday' } },
]

/** The day in a row of weekly hours; a new one each time, for Payload completes the fields it is given. */
export const weekdayField = (): SelectField => ({
  name: 'day',
  type: 'select',
  required: true,
  options: WEEKDAYS,
  label: { fr: 'Jour', en: 'Day' },
  admin: { disableListFilter: true },
})
