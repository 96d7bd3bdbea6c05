import {
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { Block } from 'payload'
import { VARIABLE_NAMES, VARIABLES, type VariableName } from '@/domain/variables'

/** A variable is a chip: an inline block without fields, inserted in one click, never mistyped. */
const chipOf = (name: VariableName): Block => ({
  slug: name,
  labels: { singular: VARIABLES[name].label, plural: VARIABLES[name].label },
  admin: { disableBlockName: true },
  fields: [],
})

const chips = (names: readonly VariableName[]) => BlocksFeature({ inlineBlocks: names.map(chipOf) })

const fitsSubject = (name: VariableName) => {
  const { type, personal, optional } = VARIABLES[name]
  return type === 'text' && !personal && !optional
}

export const subjectEditor = lexicalEditor({
  features: [FixedToolbarFeature(), chips(VARIABLE_NAMES.filter(fitsSubject))],
})

export const bodyEditor = lexicalEditor({
  features: [
    FixedToolbarFeature(),
    BoldFeature(),
    ItalicFeature(),
    // No collection: a mail leads to addresses, not to rows.
    LinkFeature({ enabledCollections: [] }),
    UnorderedListFeature(),
    OrderedListFeature(),
    chips(VARIABLE_NAMES),
  ],
})
