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

test('links show their addresses, lists their kind and depth, words their style', () => {
  const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
  const item = (...children: unknown[]) => ({ type: 'listitem', children })
  const list = (listType: string, ...children: unknown[]) => ({ type: 'list', listType, children })
  const link = { type: 'link', fields: { url: 'https://a.io/?b&c' }, children: [text('ici', 1)] }
  const children = [
    { type: 'paragraph', children: [link, text(' a', 2), { type: 'linebreak' }, text('b', 3)] },
    list('number', item(text('un'), list('bullet', item(text('deux')), item(text('trois'))))),
  ]
  expect(outlineOf({ root: { children } }, 'fr')).toBe(
    '<p><strong>ici</strong> (https://a.io/?b&amp;c)<em> a</em><br><strong><em>b</em></strong></p>' +
      '<ol><li>un<ul><li>deux</li><li>trois</li></ul></li></ol>',
  )
})
