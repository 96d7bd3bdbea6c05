import { expect, test } from 'vitest'
import { closestName } from './closestName'

const NAMES = ['reference', 'client_nom', 'bien', 'lien_suivi', 'lien_admin'] as const

test.each([
  ['reference', 'reference'],
  ['REFERENCE', 'reference'],
  ['refrence', 'reference'],
  ['rreference', 'reference'],
  ['rfeerence', 'reference'],
  ['bein', 'bien'],
  ['bi', 'bien'],
  ['b', null],
  ['lien_suivis', 'lien_suivi'],
  ['lien_adm', 'lien_admin'],
  // A third of a long word may be wrong, of a short one two letters.
  ['client_prenom', 'client_nom'],
  ['klant_naam', null],
  ['', null],
  [`${'x'.repeat(39)}bien`, null],
])('%j means %j', (typed, name) => {
  expect(closestName(typed, NAMES)).toBe(name)
})

test('without names there is none', () => {
  expect(closestName('bien', [])).toBeNull()
})
