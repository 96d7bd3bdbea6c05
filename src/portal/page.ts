import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { dictionaryOf, isLocale } from '@/i18n/dictionary'

/** The language and texts of a page. */
export async function pageLanguage(params: Promise<{ lang: string }>) {
  const { lang } = await params
  if (!isLocale(lang)) notFound()
  return { locale: lang, t: dictionaryOf(lang) }
}

/** The address asked for, path and query, as the server in front of Next saw it. */
export async function askedPath(): Promise<string> {
  return (await headers()).get('x-scim-path') ?? '/'
}
