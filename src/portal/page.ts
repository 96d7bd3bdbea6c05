import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { Agency } from '@/domain/agency'
import type { Locale } from '@/domain/status'
import { isLocale } from '@/i18n/dictionary'
import { inLanguage } from '@/i18n/paths'
import { textsNow } from './agency'

/** The language and texts of a page. */
export async function pageLanguage(params: Promise<{ lang: string }>) {
  const { lang } = await params
  if (!isLocale(lang)) notFound()
  return { locale: lang, t: await textsNow(lang) }
}

/** What the head of a page says that stands for none. */
export async function missingMetadata(params: Promise<{ lang: string }>): Promise<Metadata> {
  const { t } = await pageLanguage(params)
  return { title: t.notFound.title, robots: { index: false } }
}

/** The address asked for, path and query, as the server in front of Next saw it. */
export async function askedPath(): Promise<string> {
  return (await headers()).get('x-scim-path') ?? '/'
}

/** A page in a language that the agency does not speak is shown in one that it does. */
export async function inSpokenLanguage({ languages, defaultLanguage }: Agency, locale: Locale) {
  if (!languages.includes(locale)) redirect(inLanguage(defaultLanguage, await askedPath()))
}

/** What allows one style of ours in this page: the gate's nonce, as it told Next. */
export async function styleNonce(): Promise<string | undefined> {
  const policy = (await headers()).get('content-security-policy') ?? ''
  return /style-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1]
}
