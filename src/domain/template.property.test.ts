import { describe, expect, it } from 'vitest'
import { TEMPLATE_KEYS, type TemplateKey } from './notifications'
import { LOCALES } from './status'
import { renderTemplate } from './template'
import { fromNotation } from './templateNotation'
import { TEMPLATE_VARIABLES, variablesOf } from './templateVariables'
import { sampleFacts, VARIABLE_NAMES, VARIABLES, type Facts } from './variables'

/** Random documents filled with hostile values: whatever leaves is whole, safe and said twice alike. */

/** mulberry32: a seed that failed can be run again. */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
type Random = () => number

function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('picked from nothing')
  return value
}
const several = <Value>(random: Random, most: number, make: () => Value): Value[] =>
  Array.from({ length: Math.floor(random() * (most + 1)) }, make)

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '</p></td></table>',
  '&lt;b&gt; &amp;',
  'Awa\r\nBcc: evil@example.com',
  '{{reference}}',
  '{',
  '}',
  '{ {',
  '\u202eelbairav\u202c',
  'مرحبا بالعالم',
  '👩‍👩‍👧 🇨🇬',
  '\ud800',
  '\u0000\u0007\u001b[2J',
  'x'.repeat(10_000),
  'une\n\n\n\ndeux\u2028trois',
  "' or 1=1 --",
  '[reference] **gras** - item',
  '=?utf-8?q?=0D=0A?=',
]
const TYPED = ['mot', ' ', 'é’« »', '<b>', '&', '{', '}', '{{', '\n', '', '- ', 'https://a.io']
const ADDRESSES = [
  'https://scim.example/a?b=1&c="2"',
  'javascript:alert(1)',
  'http://localhost:3000/{{x}}',
  'HTTPS://SCIM.EXAMPLE',
  'nulle part',
]

function randomFacts(random: Random, key: TemplateKey): Facts {
  const facts = { ...sampleFacts(pick(random, LOCALES)) }
  for (const name of variablesOf(key)) {
    const chance = random()
    if (chance < 0.15) facts[name] = pick(random, [null, '', ' \n'])
    else if (chance < 0.6)
      facts[name] = pick(random, VARIABLES[name].type === 'url' ? ADDRESSES : HOSTILE)
  }
  return facts
}

function randomInline(random: Random, key: TemplateKey): unknown {
  const chance = random()
  const text = () => ({
    type: 'text',
    text: pick(random, TYPED),
    format: Math.floor(random() * 4),
  })
  if (chance < 0.45) return text()
  if (chance < 0.5) return { type: 'linebreak' }
  if (chance < 0.58)
    return { type: 'link', fields: { url: pick(random, ADDRESSES) }, children: [text()] }
  if (chance < 0.6) return { type: pick(random, ['upload', 'block', 'horizontalrule']) }
  const names = random() < 0.97 ? variablesOf(key) : VARIABLE_NAMES
  return { type: 'inlineBlock', fields: { blockType: pick(random, names) } }
}

function randomBlock(random: Random, key: TemplateKey, depth = 0): unknown {
  const children = several(random, 4, () => randomInline(random, key))
  if (depth === 0 && random() < 0.7) return { type: 'paragraph', children }
  const items = several(random, 3, () => {
    const line = several(random, 4, () => randomInline(random, key))
    const nested = depth < 2 && random() < 0.3 ? [randomBlock(random, key, depth + 1)] : []
    return { type: 'listitem', children: [...line, ...nested] }
  })
  return { type: 'list', listType: pick(random, ['bullet', 'number']), children: items }
}

function randomDocument(random: Random, key: TemplateKey) {
  const required = TEMPLATE_VARIABLES[key].required.map((name) => `[${name}]`).join('\n\n')
  const sure = random() < 0.9 ? fromNotation(required).root.children : []
  return {
    subject: fromNotation(key === 'lien_acces' ? 'Lien' : 'Au sujet de [reference]'),
    body: { root: { children: [...sure, ...several(random, 3, () => randomBlock(random, key))] } },
  }
}

const TAGS = /<(\/?)(p|ul|ol|li|a|span|table|tr|td|strong|em|br)( [^<>]*)?>/g

const decoded = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** The words a reader of the HTML part sees, list marks included. */
function visible(html: string): string {
  const lists: { ordered: boolean; count: number }[] = []
  return decoded(
    html.replace(TAGS, (_, closing: string, tag: string) => {
      if (tag === 'ul' || tag === 'ol') {
        if (closing) lists.pop()
        else lists.push({ ordered: tag === 'ol', count: 0 })
      }
      const list = lists.at(-1)
      if (tag !== 'li' || closing || !list) return ''
      list.count += 1
      return list.ordered ? `${list.count}.` : '-'
    }),
  )
}

const hrefsIn = (html: string) =>
  [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => decoded(href ?? ''))

/** Words alone: the text part writes addresses out, the HTML part hides them behind their words. */
function words(text: string, hrefs: string[]): string {
  const longestFirst = [...hrefs].sort((one, other) => other.length - one.length)
  const bare = longestFirst.reduce(
    (rest, href) =>
      rest.replaceAll(` : ${href}`, '').replaceAll(`: ${href}`, '').replaceAll(` (${href})`, ''),
    text,
  )
  return bare.replace(/\s/g, '')
}

const ROUNDS = 4000

describe('any document with any values', () => {
  const outcomes = Array.from({ length: ROUNDS }, (_, seed) => {
    const random = randomFrom(seed)
    const key = pick(random, TEMPLATE_KEYS)
    const document = randomDocument(random, key)
    const facts = randomFacts(random, key)
    return {
      seed,
      message: renderTemplate(document, facts, { key, locale: pick(random, LOCALES) }),
    }
  })
  const whole = outcomes.flatMap(({ seed, message }) => (message.ok ? [{ seed, ...message }] : []))
  /** Seeds of the messages that break a promise. */
  const broken = (keeps: (message: (typeof whole)[number]) => boolean) =>
    whole.filter((message) => !keeps(message)).map(({ seed }) => seed)

  it('gives a message or a fault, and often enough of each to mean something', () => {
    expect(whole.length).toBeGreaterThan(ROUNDS / 10)
    const faults = outcomes.flatMap(({ message }) => (message.ok ? [] : [message.fault]))
    expect(faults.length).toBeGreaterThan(ROUNDS / 10)
    expect(faults.filter((fault) => !/^.{10,300}\.$/.test(fault))).toEqual([])
  })

  it('never lets a hole leave', () => {
    const holes = /\{\{|\}\}|\bundefined\b|\[object/
    expect(
      broken(({ subject, text, html }) => !holes.test(`${subject}\n${text}\n${html}`)),
    ).toEqual([])
  })

  it('keeps the subject one printable line of bearable length', () => {
    expect(broken(({ subject }) => /^[^\p{Cc}\p{Cs}]{1,400}$/u.test(subject))).toEqual([])
  })

  it('lets no unseen character into either part', () => {
    expect(
      broken(({ text, html }) => !/[^\P{Cc}\n]|\p{Cs}|[\u202a-\u202e]/u.test(text + html)),
    ).toEqual([])
  })

  it('writes only its own tags, and closes them', () => {
    expect(broken(({ html }) => !/[<>]/.test(html.replace(TAGS, '')))).toEqual([])
    expect(
      broken(({ html }) => {
        const open: string[] = []
        for (const [, closing, tag] of html.matchAll(TAGS)) {
          if (tag === 'br') continue
          if (!closing) open.push(tag ?? '')
          else if (open.pop() !== tag) return false
        }
        return open.length === 0
      }),
    ).toEqual([])
  })

  it('leads only to addresses a mail may lead to', () => {
    const address = /^(https?:\/\/|tel:\+\d+$|mailto:[\w.+-]+@[\w.-]+$)/
    expect(broken(({ html }) => hrefsIn(html).every((href) => address.test(href)))).toEqual([])
  })

  it('says the same in both parts', () => {
    expect(
      broken(({ text, html }) => {
        const hrefs = hrefsIn(html)
        return words(text, hrefs) === words(visible(html), hrefs)
      }),
    ).toEqual([])
  })
})
