import type { TemplateKey } from '@/domain/notifications'
import type { Locale } from '@/domain/status'
import { renderTemplate, type TemplateDocument } from '@/domain/template'
import type { Facts } from '@/domain/variables'

/**
 * The message for these facts: from the published template, or from the built-in one when that is
 * missing or broken. `fault` says why, in French, for admins; the reader gets a whole message.
 * @throws when even the built-in text cannot be filled: the caller forgot a fact
 */
export function chooseAndRender(choice: {
  stored: TemplateDocument | null
  builtIn: TemplateDocument
  key: TemplateKey
  locale: Locale
  accent?: string
  facts: Facts
}): { subject: string; text: string; html: string; builtIn: boolean; fault: string | null } {
  const { stored, builtIn, facts, ...target } = choice
  const { key, locale } = target
  const written = stored ? renderTemplate(stored, facts, target) : null
  if (written?.ok) {
    const { subject, text, html } = written
    return { subject, text, html, builtIn: false, fault: null }
  }
  const spare = renderTemplate(builtIn, facts, target)
  if (!spare.ok) throw new Error(`built-in template ${key}/${locale}: ${spare.fault}`)
  const { subject, text, html } = spare
  const fault = written ? written.fault : 'Aucun texte publié : le texte intégré a servi.'
  return { subject, text, html, builtIn: true, fault }
}
