import { TEMPLATE_KEYS } from '@/domain/notifications'
import type { Locale } from '@/domain/status'
import { TEMPLATE_LABELS } from '@/domain/templateVariables'
import type { Message } from '@/payload-types'

/** 'Accusé de réception'; a key that the house no longer knows speaks for itself. */
export function templateName(template: string, locale: Locale): string {
  const key = TEMPLATE_KEYS.find((one) => one === template)
  return key ? TEMPLATE_LABELS[key][locale] : template
}

type Read = Pick<Message, 'template' | 'templateVersion'>

/** 'Modèle Accusé de réception (3)': the text that a message was made of; null for a person's own. */
export function templateRead(
  { template, templateVersion }: Read,
  words: { version: string; builtIn: string },
  locale: Locale,
): string | null {
  if (!template) return null
  const name = templateName(template, locale)
  return `${words.version} ${name} (${templateVersion === 'integre' ? words.builtIn : templateVersion})`
}
