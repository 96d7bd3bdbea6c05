import type { Field, SanitizedConfig } from 'payload'
import { expect, test } from 'vitest'
import { showPlaceTimes } from './placeTimes'

const cellOf = (field: object) => {
  const fields = [{ name: 'at', ...field }] as unknown as Field[] // as: what is read of a field.
  showPlaceTimes({ collections: [{ admin: {}, fields }] } as unknown as SanitizedConfig) // as: see above.
  return fields[0]?.admin?.components?.['Cell' as never]
}

test.each([
  ['an instant', { type: 'date' }, '/admin/MomentCell#MomentCell'],
  [
    'one with a picker',
    { type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } },
    '/admin/MomentCell#MomentCell',
  ],
  [
    'one with a cell of its own',
    { type: 'date', admin: { components: { Cell: '/admin/WhenCell#WhenCell' } } },
    '/admin/WhenCell#WhenCell',
  ],
  ['a day', { type: 'date', admin: { date: { pickerAppearance: 'dayOnly' } } }, undefined],
  ['a text', { type: 'text' }, undefined],
])('%s is shown by its own cell', (_, field, cell) => {
  expect(cellOf(field)).toBe(cell)
})

test('a record says its times in the clock of the place, beside what stood there', () => {
  const before = (timestamps: boolean, edit?: object) => {
    const collection = { admin: { components: { edit } }, fields: [], timestamps }
    showPlaceTimes({ collections: [collection] } as unknown as SanitizedConfig) // as: see above.
    return collection.admin.components.edit
  }
  const dates = '/admin/DocumentDates.client#DocumentDates'
  expect(before(true)).toEqual({ beforeDocumentControls: [dates] })
  expect(before(true, { SaveButton: 'x', beforeDocumentControls: ['y'] })).toEqual({
    SaveButton: 'x',
    beforeDocumentControls: [dates, 'y'],
  })
  expect(before(false)).toBe(undefined)
})
