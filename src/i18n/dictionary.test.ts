import { expect, test } from 'vitest'
import { en } from './en'
import { fr } from './fr'

/** Every text of a dictionary with its path; functions are called with words and numbers. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function')
    return [1, 2].map((count) => [`${path}(${count})`, String(value(count, count, count))])
  return Object.entries(value as object).flatMap(([key, inner]) =>
    textsOf(inner, path ? `${path}.${key}` : key),
  )
}

/** Said alike in both languages, and rightly so. */
const ALIKE = new Set([
  'access.email',
  'nav.label',
  'footer.email',
  'funnel.slot.full',
  'funnel.stay.taken',
  'funnel.check.email',
  'funnel.check.note',
  'page.messages',
  'page.contact',
])

const FRENCH = textsOf(fr)
const ENGLISH = new Map(textsOf(en))

test('both dictionaries say the same things, and none of them says nothing', () => {
  expect(FRENCH.map(([path]) => path).sort()).toEqual([...ENGLISH.keys()].sort())
  expect([...FRENCH, ...ENGLISH].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('no text was left in the other language', () => {
  const same = FRENCH.filter(([path, text]) => ENGLISH.get(path) === text).map(([path]) => path)
  expect(same.filter((path) => !ALIKE.has(path))).toEqual([])
})

test('sentences are short enough for a twelve-year-old: at most 25 words each', () => {
  const long = [...FRENCH, ...ENGLISH].flatMap(([path, text]) =>
    text
      .split(/[.!?;:](?:\s|$)/)
      .filter((sentence) => sentence.trim().split(/\s+/).length > 25)
      .map(() => path),
  )
  expect(long).toEqual([])
})
