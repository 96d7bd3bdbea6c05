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

it('is one section with its own style, its links opening the whole page', () => {
  const html = cardHtml(CARD, 'fr').replace(/<style>[^]*<\/style>/, '<style>')
  expect(html).toBe(
    `<style>
<section class="scim-carte" lang="fr">
<h2>Villa &lt;b&gt;Mpila&lt;/b&gt; &amp; fils</h2><p>Mpila, Brazzaville</p>
<h3>Prochaines disponibilités</h3><ul><li><a target="_top" href="https://scim.example/reservation/creneau?a=1&amp;b=2">mardi 1 décembre</a></li></ul>
<a class="scim-reserver" target="_top" href="https://scim.example/reservation?bien=villa-mpila">Réserver</a>
</section>`,
  )
  expect(cardHtml(CARD, 'fr')).toContain('background:#0b5d5b;color:#fff')
  const two = { ...CARD, free: [...CARD.free, ...CARD.free] }
  expect(cardHtml(two, 'fr').match(/<\/li><li>/g)).toHaveLength(1)
})

it('is a page of its own where a frame asks for it', () => {
  expect(cardPage(CARD, 'en')).toMatch(/^<!doctype html>\n<html lang="en"><head>/)
  expect(cardPage(CARD, 'en')).toContain(
    '<title>Villa &lt;b&gt;Mpila&lt;/b&gt; &amp; fils</title></head>\n<body style="margin:0"><style>',
  )
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
