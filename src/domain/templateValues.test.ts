import { describe, expect, it } from 'vitest'
import { addressOf, cleanValue, contactAddress, escapeHtml, LINKABLE, WEB } from './templateValues'

describe('a value made fit to print', () => {
  it.each([
    ['  Awa  ', 'Awa'],
    ['un\r\ndeux\rtrois\u2028quatre', 'un\ndeux\ntrois\nquatre'],
    ['a\n\n\n\nb', 'a\n\nb'],
    ['a\u0000b\u001bc\u007fd', 'abcd'],
    ['a\tb', 'a b'],
    ['droite\u202egauche\u2066!\u2069', 'droitegauche!'],
    ['\ud83d seul', '\ufffd seul'],
    ['👩‍👧 مرحبا', '👩‍👧 مرحبا'],
    ['{{reference}}', '{ {reference} }'],
    ['{{{', '{ { {'],
    ['<b>&', '<b>&'],
  ])('%j becomes %j', (value, clean) => {
    expect(cleanValue(value)).toBe(clean)
  })

  it.each([null, undefined, '', ' \n\t', '\u0000\u202e'])('%j is no value', (value) => {
    expect(cleanValue(value)).toBeNull()
  })
})

describe('an address', () => {
  it.each([
    ['https://scim.example/suivi/a', 'https://scim.example/suivi/a'],
    [' http://localhost:3000/x ', 'http://localhost:3000/x'],
    ['https://scim.example/?a={{b}}', 'https://scim.example/?a=%7B%7Bb%7D%7D'],
    ['https://scim.example/"><script>', 'https://scim.example/%22%3E%3Cscript%3E'],
  ])('%j is kept as %j', (text, address) => {
    expect(addressOf(text, WEB)).toBe(address)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'www.scim.cg', '/suivi/a', 'ftp://a', ''])(
    '%j is none',
    (text) => {
      expect(addressOf(text, LINKABLE)).toBeNull()
    },
  )

  it('may be a mailbox or a number in a link that a person wrote', () => {
    expect(addressOf('mailto:a@b.io', LINKABLE)).toBe('mailto:a@b.io')
    expect(addressOf('tel:+242066123456', LINKABLE)).toBe('tel:+242066123456')
    expect(addressOf('mailto:a@b.io', WEB)).toBeNull()
  })
})

it('escapes what HTML would act on', () => {
  expect(escapeHtml(`<a href="x" id='y'>&</a>`)).toBe(
    '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&lt;/a&gt;',
  )
})

describe('what a tap calls or writes to', () => {
  it.each([
    ['tel:', '+242 06 612 34 56', 'tel:+242066123456'],
    ['tel:', '06 612 34 56', null],
    ['tel:', '+242 06 612 34 56;ext=1', null],
    ['mailto:', 'awa@example.com', 'mailto:awa@example.com'],
    ['mailto:', 'awa?bcc=x@example.com', null],
    ['mailto:', 'awa@example.com, x@example.com', null],
    ['mailto:', '', null],
  ] as const)('%s %j: %j', (scheme, value, address) => {
    expect(contactAddress(scheme, value)).toBe(address)
  })
})
