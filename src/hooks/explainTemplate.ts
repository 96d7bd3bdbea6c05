import type { FieldHook } from 'payload'
import type { TemplateKey } from '@/domain/notifications'
import type { Locale } from '@/domain/status'
import { renderTemplate } from '@/domain/template'
import { faultsOf } from '@/domain/templateFaults'
import { isOptional, TEMPLATE_VARIABLES, variablesOf } from '@/domain/templateVariables'
import { sampleFacts, VARIABLES } from '@/domain/variables'
import { localeOf } from '@/refusal'

type Sibling = { key?: TemplateKey; locale?: Locale; subject?: unknown; body?: unknown }
type Explanation = FieldHook<{ id: number }, string, Sibling>

const MARKS = {
  required: { fr: 'obligatoire', en: 'required' },
  optional: {
    fr: 'parfois sans valeur : son paragraphe disparaît alors',
    en: 'sometimes without a value: its paragraph then disappears',
  },
} as const

/** The variables this message may use, for its editor: computed at reading, never stored. */
export const listVariables: Explanation = ({ siblingData: { key }, req }) => {
  if (!key) return ''
  const language = localeOf(req)
  return variablesOf(key)
    .map((name) => {
      const { label, help } = VARIABLES[name]
      const marks = [
        ...(TEMPLATE_VARIABLES[key].required.includes(name) ? [MARKS.required[language]] : []),
        ...(isOptional(name, key) ? [MARKS.optional[language]] : []),
      ]
      const note = marks.length > 0 ? ` (${marks.join(', ')})` : ''
      return `${label[language]} [${name}]${note}. ${help[language]}`
    })
    .join('\n')
}

/** The saved text with sample values, or what keeps it from being published. */
export const previewTemplate: Explanation = ({ siblingData, req }) => {
  const { key, locale, subject, body } = siblingData
  if (!key || !locale) return ''
  const language = localeOf(req)
  const faults = faultsOf({ subject, body }, key)
  if (faults.length > 0) {
    const heading = { fr: 'À corriger avant de publier :', en: 'To correct before publishing:' }
    return [heading[language], ...faults.map(({ message }) => `- ${message[language]}`)].join('\n')
  }
  const message = renderTemplate({ subject, body }, sampleFacts(locale), { key, locale })
  return message.ok ? `${message.subject}\n\n${message.text}` : message.fault
}
