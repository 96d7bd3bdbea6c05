import type { FieldError } from '@/domain/view'
import type { Locale, Words } from '@/domain/status'
import { typedText } from '@/domain/typedText'
import { Faults } from './staffRoute'

const LONGEST = 2000

const EMPTY: Words = { fr: 'Écrivez quelques mots.', en: 'Write a few words.' }
const LONG: Words = { fr: `Au plus ${LONGEST} caractères.`, en: `At most ${LONGEST} characters.` }

/** What somebody typed, without control characters. Empty or too long: refused. */
export function wordsOf(value: unknown, locale: Locale): string {
  const text = typeof value === 'string' ? typedText(value) : ''
  const fault = text === '' ? EMPTY : [...text].length > LONGEST ? LONG : null
  const errors: FieldError[] = fault ? [{ path: 'text', message: fault[locale] }] : []
  if (errors.length > 0) throw new Faults(errors)
  return text
}
