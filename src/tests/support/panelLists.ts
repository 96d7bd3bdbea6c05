import type { Field, SanitizedCollectionConfig } from 'payload'

/** What the panel's lists offer to sort and to filter by, as Payload draws them. */

type Operators = readonly string[]

const BASE = ['equals', 'not_equals', 'in', 'not_in', 'exists'] as const
const TEXT = [...BASE, 'like', 'not_like', 'contains'] as const
const NUMBER = [
  ...BASE,
  'greater_than',
  'less_than',
  'less_than_equal',
  'greater_than_equal',
] as const

/** The operators of the menu, from @payloadcms/ui, elements/WhereBuilder/field-types. */
const OPERATORS: Record<string, Operators> = {
  checkbox: ['equals', 'not_equals', 'exists'],
  date: NUMBER,
  email: [...BASE, 'contains'],
  json: ['exists'],
  number: NUMBER,
  relationship: BASE,
  richText: ['exists'],
  select: BASE,
  text: TEXT,
  textarea: TEXT,
  upload: BASE,
}

type Permissions = Record<string, { read?: boolean } | undefined>
type Offered = {
  sorts: string[]
  filters: { path: string; type: string; value: string; operators: Operators }[]
}

/** @param permissions of the asker, as `GET /api/access` tells the panel */
export function offeredBy(
  { fields }: Pick<SanitizedCollectionConfig, 'fields'>,
  permissions: Permissions,
): Offered {
  const leaves = fields
    .flatMap((field) => leavesOf(field))
    .filter(({ top }) => permissions[top]?.read || top === 'id')
  const shown = leaves.filter(({ admin }) => !admin.hidden && !admin.disabled)
  return {
    sorts: shown
      .filter(({ nested, admin }) => !nested && !admin.disableListColumn)
      .map(({ name }) => name),
    filters: shown
      .filter(({ admin, type }) => !admin.disableListFilter && OPERATORS[type])
      .map(({ path, type, value }) => ({ path, type, value, operators: OPERATORS[type] ?? [] })),
  }
}

type Leaf = {
  top: string
  name: string
  path: string
  type: string
  /** What somebody may choose or type there. */
  value: string
  nested: boolean
  admin: {
    hidden?: boolean
    disabled?: unknown
    disableListColumn?: boolean
    disableListFilter?: boolean
  }
}

function leavesOf(field: Field, above: string[] = []): Leaf[] {
  if (field.type === 'ui' || ('hidden' in field && field.hidden)) return []
  if (field.type === 'row') return field.fields.flatMap((one) => leavesOf(one, above))
  if (!('name' in field) || !field.name) return []
  const names = [...above, field.name]
  if (field.type === 'array' || field.type === 'group')
    return field.fields.flatMap((one) => leavesOf(one, names))
  if ('virtual' in field && field.virtual === true) return []
  // Payload filters a field of another row by where it stands, and sorts it by its own name.
  const elsewhere = 'virtual' in field && typeof field.virtual === 'string' ? field.virtual : null
  return [
    {
      top: names[0] ?? '',
      name: field.name,
      path: elsewhere ?? names.join('.'),
      type: field.type,
      value: valueOf(field),
      nested: above.length > 0,
      admin: field.admin ?? {},
    },
  ]
}

const VALUES: Partial<Record<Field['type'], string>> = {
  checkbox: 'true',
  date: '2026-12-01T00:00:00.000Z',
  number: '1',
  relationship: '1',
  upload: '1',
}

function valueOf(field: Field): string {
  const [option] = field.type === 'select' ? field.options : []
  if (option) return typeof option === 'string' ? option : option.value
  return VALUES[field.type] ?? 'Mabiala'
}
