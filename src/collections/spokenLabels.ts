import { getTranslation } from '@payloadcms/translations'
import type { Field, LabelFunction, SanitizedConfig } from 'payload'

/**
 * Payload puts a field's label as it stands into the names of the buttons that sort a list: one in two
 * languages is read aloud as '[object Object]'. A function it asks for the reader's language, everywhere.
 */
export function speakLabels(config: SanitizedConfig): SanitizedConfig {
  for (const { fields } of config.collections) fields.forEach(speakLabel)
  return config
}

function speakLabel(field: Field): void {
  if ('fields' in field) field.fields.forEach(speakLabel)
  if (!('label' in field) || !field.label || typeof field.label !== 'object') return
  const { label } = field
  const spoken: LabelFunction = ({ i18n }) => getTranslation(label, i18n)
  field.label = spoken
}
