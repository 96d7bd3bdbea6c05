import { expect, test } from 'vitest'
import { passwordFault } from './password'

const EMAIL = 'clarisse@scim.example'

test.each([
  'gare-mpila-jaune-sept',
  'mangue papaye safou',
  'kx7q-m2rt-9vbn-w4hd-p3zs',
  'le fleuve monte en décembre',
  'mot-de-passe-de-test',
  'Clarisse aime les longs dimanches',
])('%s will do', (password) => {
  expect(passwordFault(password, EMAIL)).toBeNull()
})

test.each([
  ['', 'au moins 12'],
  ['court', 'au moins 12'],
  ['onze-signes', 'au moins 12'],
  ['🏠🏠🏠', 'au moins 12'],
  ['a'.repeat(201), 'au plus 200'],
  ['aaaaaaaaaaaa', 'premiers'],
  ['abababababab', 'premiers'],
  ['123456789012', 'premiers'],
  ['2026-11-25-18', 'premiers'],
  ['1qaz2wsx3edc', 'premiers'],
  ['JustinBieber', 'premiers'],
  ['motdepasse2026', 'premiers'],
  ['!!Password1234', 'premiers'],
  ['Brazzaville2026!', 'premiers'],
  ['clarisse2026!', 'ressemble'],
])('%s is refused: %s', (password, why) => {
  expect(passwordFault(password, EMAIL)?.fr).toContain(why)
})
