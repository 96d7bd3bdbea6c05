import type { FieldHook } from 'payload'
import type { TemplateKey } from '@/domain/notifications'
import type { Locale } from '@/domain/status'
import { TEMPLATE_LABELS } from '@/domain/templateVariables'

const LANGUAGES: Record<Locale, string> = { fr: 'français', en: 'anglais' }

/** The title says which message in which language. It runs after the check of both. */
export const nameTemplate: FieldHook<
  { id: number },
  string,
  { key: TemplateKey; locale: Locale }
> = ({ siblingData: { key, locale } }) =>
  key && locale ? `${TEMPLATE_LABELS[key].fr} · ${LANGUAGES[locale]}` : ''
