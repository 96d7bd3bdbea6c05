import type { TemplateKey } from '@/domain/notifications'
import type { Locale } from '@/domain/status'
import {
  isOptional,
  refusedInSubject,
  TEMPLATE_VARIABLES,
  variablesOf,
} from '@/domain/templateVariables'
import { VARIABLES, type VariableName } from '@/domain/variables'

export type Part = 'subject' | 'body'
export type Choice = {
  name: VariableName
  label: string
  help: string
  sample: string
  required: boolean
  optional: boolean
}

/** The variables that this part of this message may hold, as its writer reads them. */
export function choicesFor(key: TemplateKey, part: Part, locale: Locale): Choice[] {
  const names = variablesOf(key).filter(
    (name) => part === 'body' || refusedInSubject(name, key) === null,
  )
  return names.map((name) => ({
    name,
    label: VARIABLES[name].label[locale],
    help: VARIABLES[name].help[locale],
    sample: VARIABLES[name].sample[locale],
    required: TEMPLATE_VARIABLES[key].required.includes(name),
    optional: isOptional(name, key),
  }))
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What may be typed after the slash to find it: accents do not matter. */
export const keywordsOf = ({ name, label, help }: Choice): string[] => [
  name,
  help,
  plain(label),
  plain(help),
]
