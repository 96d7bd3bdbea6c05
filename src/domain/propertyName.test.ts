import { expect, test } from 'vitest'
import { propertyName } from './propertyName'

test.each([
  ['Duplex récent', 'Moungali', 'Duplex récent, Moungali'],
  ['Villa avec jardin à Mpila', 'Mpila', 'Villa avec jardin à Mpila'],
  ['Appartement au centre-ville', 'Centre-ville', 'Appartement au centre-ville'],
])('%s in %s is called %s', (title, district, name) => {
  expect(propertyName({ title, district })).toBe(name)
})
