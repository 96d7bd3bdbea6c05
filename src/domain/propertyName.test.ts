import { expect, test } from 'vitest'
import { fullAddress, propertyName } from './propertyName'

test.each([
  ['Duplex récent', 'Moungali', 'Duplex récent, Moungali'],
  ['Villa avec jardin à Mpila', 'Mpila', 'Villa avec jardin à Mpila'],
  ['Appartement au centre-ville', 'Centre-ville', 'Appartement au centre-ville'],
])('%s in %s is called %s', (title, district, name) => {
  expect(propertyName({ title, district })).toBe(name)
})

test.each([
  ['121, rue Franceville', '121, rue Franceville, Moungali, Brazzaville'],
  [null, 'Moungali, Brazzaville'],
])('the address %j is whole as: %s', (address, whole) => {
  expect(fullAddress({ address, district: 'Moungali', city: 'Brazzaville' })).toBe(whole)
})
