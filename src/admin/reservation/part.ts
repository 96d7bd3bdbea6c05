import type { Locale } from '@/domain/status'
import type { screenFacts } from './screenFacts'

/** What each part of the screen is given. */
export type Part = NonNullable<Awaited<ReturnType<typeof screenFacts>>> & {
  locale: Locale
  now: Date
  /** The agency's name. */
  agency: string
}
