import type { Locale } from '@/domain/status'

type Query = Record<string, string | null | undefined>

/** The address of a page in a language: French has no prefix. Empty values are left out. */
export function href(locale: Locale, path: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const search = new URLSearchParams(pairs).toString()
  const page = locale === 'fr' ? path : `/en${path === '/' ? '' : path}`
  return search ? `${page}?${search}` : page
}

/** The same page in another language. @param asked path and query, as they were asked for */
export function inLanguage(locale: Locale, asked: string): string {
  const french = asked.replace(/^\/en(?=[/?]|$)/, '') || '/'
  const path =
    french.startsWith('/') && !french.startsWith('//') ? french : `/${french.replace(/^\/+/, '')}`
  return locale === 'fr' ? path : `/en${path.replace(/^\/(?=\?|$)/, '')}`
}
