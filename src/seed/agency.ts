import type { Setting } from '@/payload-types'

/** The agency that the demo is about. */
export const DEMO_AGENCY: Setting['agency'] = {
  name: 'SCIM Immobilier',
  shortName: 'SCIM',
  mark: 'maison',
  color: '#0b5d5b',
  languages: ['fr', 'en'],
  defaultLanguage: 'fr',
  cities: ['Brazzaville', 'Pointe-Noire'],
  currency: 'XAF',
  aboutFr: 'Visiter, louer, acheter ou séjourner au Congo-Brazzaville.',
  aboutEn: 'View, rent, buy or stay in Congo-Brazzaville.',
}
