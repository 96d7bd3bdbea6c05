import { FieldLabel } from '@payloadcms/ui'
import type { DefaultServerCellComponentProps, TextFieldServerProps } from 'payload'
import type { Locale } from '@/domain/status'
import { templateName } from './templateRead'
import { adminLocale } from './words'

const nameOf = (key: unknown, locale: Locale) => (key ? templateName(String(key), locale) : '–')

/** The template by the name it has in the panel, not by the key that programs read. */
export function TemplateName({ clientField, data, i18n }: TextFieldServerProps) {
  return (
    <div className="field-type">
      <FieldLabel label={clientField.label} as="span" />
      <p>{nameOf(data.template, adminLocale(i18n))}</p>
    </div>
  )
}

export function TemplateCell({ cellData, i18n }: DefaultServerCellComponentProps) {
  return <span>{nameOf(cellData, adminLocale(i18n))}</span>
}
