import { LOCALES, type Locale } from '@/domain/status'
import { en } from './en'
import { fr, type Dictionary } from './fr'

const DICTIONARIES: Record<Locale, Dictionary> = { fr, en }

export type { Dictionary }

export const isLocale = (text: string): text is Locale => LOCALES.some((locale) => locale === text)

export const dictionaryOf = (locale: Locale): Dictionary => DICTIONARIES[locale]
