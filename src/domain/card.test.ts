import { expect, it } from 'vitest'
import { cardHtml, cardPage, type Card } from './card'

const CARD: Card = {
  title: 'Villa <b>Mpila</b> & fils',
  place: 'Mpila, Brazzaville',
  colour: '#0b5d5b',
  book: 'https://scim.example/reservation?bien=villa-mpila',
  free: [{ words: 'mardi 1 décembre', link: 'https://scim.example/reservation/creneau?a=1&b=2' }],
}

it('shows the next free days and where to book, in either language', () => {
  const html = cardHtml(CARD, 'fr')
  expect(html).toContain('Prochaines disponibilités')
  expect(html).toContain('mardi 1 décembre')
  expect(html).toContain('href="https://scim.example/reservation?bien=villa-mpila">Réserver</a>')
  expect(cardHtml(CARD, 'en')).toContain('>Book</a>')
})

it('escapes what people wrote', () => {
  const html = cardHtml(CARD, 'fr')
  expect(html).toContain('Villa &lt;b&gt;Mpila&lt;/b&gt; &amp; fils')
  expect(html).toContain('creneau?a=1&amp;b=2')
})

it('needs no script and no other file', () => {
  expect(cardPage(CARD, 'fr')).not.toMatch(/<script|<link|<img|src=|@import|url\(/)
})

it('says so where nothing is free', () => {
  expect(cardHtml({ ...CARD, free: [] }, 'fr')).toContain('Rien de libre pour l’instant.')
})
