import type { Metadata } from 'next'
import type { Agency } from '@/domain/agency'
import type { Locale } from '@/domain/status'
import { env } from '@/env'
import { href } from '@/i18n/paths'

/** The full address of a public page, as search engines and messengers know it. */
export const publicAddress = (locale: Locale, path: string) =>
  new URL(href(locale, path), env.serverUrl).toString()

/** One page in its languages: the canonical address, and `hreflang` for the others. */
export function inLanguages(
  { languages, defaultLanguage }: Agency,
  locale: Locale,
  path: string,
): Metadata['alternates'] {
  const spoken = Object.fromEntries(languages.map((one) => [one, publicAddress(one, path)]))
  return {
    canonical: publicAddress(locale, path),
    languages: { ...spoken, 'x-default': publicAddress(defaultLanguage, path) },
  }
}
