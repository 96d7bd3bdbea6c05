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
  'abcdeabcdeab',
  'a'.repeat(100) + 'bcde'.repeat(25),
  'test-2026-bienvenue',
  'clarisse-aime-les-longs',
  'clarisse-habite-ici.',
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
  ['clarisse-aime-les-a', 'ressemble'],
  ['abcdabcdabcd', 'premiers'],
  ['--Bienvenue--2026--', 'premiers'],
  ['administrateur', 'premiers'],
  ['welcome12345', 'premiers'],
])('%s is refused: %s', (password, why) => {
  expect(passwordFault(password, EMAIL)?.fr).toContain(why)
})

test('a name of four letters or more may not begin a password, a shorter one may', () => {
  expect(passwordFault('awax-2026-xyz', 'awax@scim.example')?.fr).toContain('ressemble')
  expect(passwordFault('awa-2026-xyz', 'awa@scim.example')).toBeNull()
})

test('why it is refused is said in English too', () => {
  const why = (password: string) => passwordFault(password, EMAIL)?.en
  expect(why('court')).toBe(
    'The password needs at least 12 characters. A few words in a row do well.',
  )
  expect(why('a'.repeat(201))).toBe('The password may have at most 200 characters.')
})
