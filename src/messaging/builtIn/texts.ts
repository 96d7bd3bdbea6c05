import { TEMPLATE_KEYS, type TemplateKey } from '@/domain/notifications'
import type { Locale } from '@/domain/status'
import type { TemplateDocument } from '@/domain/template'
import { fromNotation } from '@/domain/templateNotation'
import { ENGLISH } from './en'
import { FRENCH } from './fr'

const compile = (text: { subject: string; body: string }): TemplateDocument => ({
  subject: fromNotation(text.subject),
  body: fromNotation(text.body),
})

/** A text for every key and language, always at hand: what a house writes itself may be broken. */
export const BUILT_IN = Object.fromEntries(
  TEMPLATE_KEYS.map((key) => [key, { fr: compile(FRENCH[key]), en: compile(ENGLISH[key]) }]),
) as Record<TemplateKey, Record<Locale, TemplateDocument>> // as: every key was just mapped.
