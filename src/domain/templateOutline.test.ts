import { expect, test } from 'vitest'
import { fromNotation } from './templateNotation'
import { outlineOf } from './templateOutline'

test('a text to be compared names its chips and shows no markup of its own', () => {
  const text = fromNotation('Bonjour [client_nom] <b>\n\n- **Avant** [echeance]\n- [inconnue]')
  expect(outlineOf(text, 'fr')).toBe(
    '<p>Bonjour [Nom du client] &lt;b&gt;</p>' +
      '<ul><li><strong>Avant</strong> [Heure promise]</li><li>[inconnue]</li></ul>',
  )
  expect(outlineOf(text, 'en')).toContain('[Promised time]')
})

test('no text is an empty paragraph, and what is no text as well', () => {
  expect(outlineOf(null, 'fr')).toBe('<p></p>')
  expect(outlineOf({ root: 3 }, 'fr')).toBe('<p></p>')
})
