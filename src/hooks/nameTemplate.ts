import type { FieldHook } from 'payload'
import type { TemplateKey } from '@/domain/notifications'
import type { Locale } from '@/domain/status'
import { TEMPLATE_LABELS } from '@/domain/templateVariables'

type Named = { key?: TemplateKey; locale?: Locale }
type Hook = FieldHook<{ id: number }, string, Named>

const LANGUAGES: Record<Locale, Record<Locale, string>> = {
  fr: { fr: 'français', en: 'anglais' },
  en: { fr: 'French', en: 'English' },
}

function titleOf({ key, locale }: Named, language: Locale): string | null {
  return key && locale ? `${TEMPLATE_LABELS[key][language]} · ${LANGUAGES[language][locale]}` : null
}

/** The title says which message in which language. It runs after the check of both. */
export const nameTemplate: Hook = ({ siblingData }) => titleOf(siblingData, 'fr') ?? ''

/** Kept in French, which lists are sorted by, and read in the language of who reads. */
export const readTemplateName: Hook = ({ siblingData, value, req }) =>
  titleOf(siblingData, req.i18n.language === 'en' ? 'en' : 'fr') ?? value ?? ''
