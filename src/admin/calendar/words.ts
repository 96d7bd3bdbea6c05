import type { Locale } from '@/domain/status'

const fr = {
  month: 'Mois',
  week: 'Semaine',
  before: 'Avant',
  after: 'Après',
  today: 'Aujourd’hui',
  property: 'Bien',
  held: 'en attente',
  confirmed: 'confirmée',
  closed: 'fermé',
  stay: 'séjour',
  caption: (from: string, to: string) => `Réservations du ${from} au ${to}`,
  closedFor: (reason: string) => `fermé : ${reason}`,
  elsewhere: 'pris ailleurs',
  unnamed: 'autre calendrier',
  legend: 'Légende',
  none: 'Aucun bien.',
}
export type CalendarWords = typeof fr

const en: CalendarWords = {
  month: 'Month',
  week: 'Week',
  before: 'Before',
  after: 'After',
  today: 'Today',
  property: 'Property',
  held: 'awaiting an answer',
  confirmed: 'confirmed',
  closed: 'closed',
  stay: 'stay',
  caption: (from, to) => `Reservations from ${from} to ${to}`,
  closedFor: (reason) => `closed: ${reason}`,
  elsewhere: 'taken elsewhere',
  unnamed: 'other calendar',
  legend: 'Legend',
  none: 'No property.',
}

export const calendarWords = (locale: Locale): CalendarWords => (locale === 'en' ? en : fr)
