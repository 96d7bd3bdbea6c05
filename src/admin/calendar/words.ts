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
  legend: 'Trait pointillé : en attente (?). Trait plein : confirmée (✓). Hachures : fermé.',
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
  legend: 'Dashed: awaiting an answer (?). Solid: confirmed (✓). Hatched: closed.',
  none: 'No property.',
}

export const calendarWords = (locale: Locale): CalendarWords => (locale === 'en' ? en : fr)
