import { FieldDiffContainer, getHTMLDiffComponents } from '@payloadcms/ui/rsc'
import type { RichTextFieldDiffServerComponent } from 'payload'
import { outlineOf } from '@/domain/templateOutline'
import { adminLocale } from './words'

/** Two versions of a text side by side, in words: Payload's own view knows no chips. */
export const TemplateDiff: RichTextFieldDiffServerComponent = ({
  comparisonValue,
  versionValue,
  field,
  i18n,
  locale,
  nestingLevel,
}) => {
  const language = adminLocale(i18n)
  const { From, To } = getHTMLDiffComponents({
    fromHTML: outlineOf(comparisonValue, language),
    toHTML: outlineOf(versionValue, language),
  })
  return (
    <FieldDiffContainer
      className="lexical-diff"
      From={From}
      To={To}
      i18n={i18n}
      label={{ label: field.label, locale }}
      nestingLevel={nestingLevel}
    />
  )
}
