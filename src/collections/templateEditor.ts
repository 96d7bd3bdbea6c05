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

/** Payload's blocks, with a menu of our own: it offers what this very message may say. */
function chips(names: readonly VariableName[]) {
  const blocks = BlocksFeature({ inlineBlocks: names.map(chipOf) })
  const { feature } = blocks
  const ours: typeof feature = async (args) => ({
    ...(typeof feature === 'function' ? await feature(args) : feature),
    ClientFeature: '/admin/Chips.client#ChipsFeature',
  })
  return { ...blocks, feature: ours }
}

const fitsSubject = (name: VariableName) => {
  const { type, personal, optional } = VARIABLES[name]
  return type === 'text' && !personal && !optional
}

export const subjectEditor = lexicalEditor({
  features: [chips(VARIABLE_NAMES.filter(fitsSubject))],
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
