import type { Locale } from '@/domain/status'
import type { DashboardFacts } from './dashboardFacts'
import type { DashboardWords } from './words'

export type Part = DashboardFacts & {
  words: DashboardWords
  locale: Locale
  now: Date
  agency: string
}
