import { en } from '@payloadcms/translations/languages/en'
import { fr } from '@payloadcms/translations/languages/fr'
import { expect, test } from 'vitest'
import { panelWords } from './panel'

const slots = (text: string) => [...text.matchAll(/\{\{\w+\}\}|<\/?\d>/g)].map(String).sort()

test.each([
  ['French', panelWords.fr, fr.translations],
  ['English', panelWords.en, en.translations],
])(
  'every %s word of ours stands for one of Payload’s, with the same slots',
  (_, ours, payloads) => {
    const theirs: Record<string, Record<string, string>> = payloads
    for (const [part, words] of Object.entries(ours))
      for (const [key, text] of Object.entries(words))
        // A slot less is a choice of words; one more would stay empty.
        expect(slots(theirs[part]?.[key] ?? 'no such word'), `${part}.${key}`).toEqual(
          expect.arrayContaining(slots(text)),
        )
  },
)

test('a word that Payload does not have is no word of ours', () => {
  const known: Record<string, object> = fr.translations
  for (const [part, words] of Object.entries(panelWords.fr))
    expect(Object.keys(known[part] ?? {})).toEqual(expect.arrayContaining(Object.keys(words)))
})

test('the count of « tout sélectionner » comes in brackets already', () => {
  expect(panelWords.fr.general?.selectAll).not.toContain('(')
})

test('nobody reads of identifiers where a record is not found', () => {
  expect(panelWords.fr.error?.documentNotFound).not.toMatch(/ID|\{\{/)
})
