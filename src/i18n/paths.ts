import type { Locale } from '@/domain/status'

type Query = Record<string, string | null | undefined>

/** The address of a page in a language: French has no prefix. Empty values are left out. */
export function href(locale: Locale, path: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const search = new URLSearchParams(pairs).toString()
  const page = locale === 'fr' ? path : `/en${path === '/' ? '' : path}`
  return search ? `${page}?${search}` : page
}
