import type { Words } from '@/domain/status'

/** The house's own screens of the panel, by their path below `/admin`. */
export const VIEW_TITLES = {
  '/appel': { fr: 'Prendre un appel', en: 'Take a call' },
  '/calendrier': { fr: 'Calendrier', en: 'Calendar' },
  '/rapports': { fr: 'Promesses tenues', en: 'Promises kept' },
  '/imports': { fr: 'Importer', en: 'Import' },
  '/sante': { fr: 'Configuration et santé', en: 'Configuration and health' },
} satisfies Record<`/${string}`, Words>

export type ViewPath = keyof typeof VIEW_TITLES

/** @param path of a page of the panel, '/admin/imports' */
export function viewTitleOf(path: string): Words | null {
  const known = Object.entries(VIEW_TITLES).find(([below]) => `/admin${below}` === path)
  return known?.[1] ?? null
}
