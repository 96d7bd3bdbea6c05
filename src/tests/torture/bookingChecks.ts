import { line, rows, type Facts, type Line } from './counting'

/** What clients were told, over the API and over the pages, against what is there. */

export async function bookings(facts: Facts): Promise<Line[]> {
  const { asked } = facts.journal
  const told = asked.filter(({ receipts }) => receipts.length > 0)
  const stored = await rows<{ key: string; reference: string }>(
    facts,
    'select request_key as key, reference from reservations',
  )
  const byKey = new Map(stored.map(({ key, reference }) => [key, reference]))
  const lost = told.filter(({ key, receipts }) =>
    receipts.some((text) => !text.includes(`"reference":"${byKey.get(key) ?? 'none'}"`)),
  )
  const keys = new Set(asked.map(({ key }) => key))
  const phantoms = await rows<{ key: string }>(
    facts,
    `select request_key as key from reservations where source = 'api'`,
  )
  const unequal = told.filter(({ receipts }) => new Set(receipts).size > 1)
  const refused = asked.filter(({ statuses }) => statuses.at(-1) === 409)
  const refusedButThere = refused.filter(({ key }) => byKey.has(key))
  return [
    line(
      'no acknowledged booking lost',
      told.length,
      lost.map(({ key }) => key),
    ),
    line(
      'no phantom: every booking was asked for',
      phantoms.length,
      phantoms.flatMap(({ key }) => (keys.has(key) ? [] : key)),
    ),
    line(
      'what was refused is not there',
      refused.length,
      refusedButThere.map(({ key }) => key),
    ),
    line(
      'the same key, the same bytes',
      told.filter(({ receipts }) => receipts.length > 1).length,
      unequal.map(({ key }) => key),
    ),
    line(
      'the same key with another content: 422',
      facts.journal.otherContent.length,
      // 503 and 429 say nothing of the content; anything else does.
      facts.journal.otherContent.filter((status) => ![422, 429, 503].includes(status)).map(String),
    ),
  ]
}

/** A page of one server, its files and its forms at another, of another build at that. */
export async function pages(facts: Facts): Promise<Line[]> {
  const { forms, files, confirmed } = facts.journal
  const stored = await rows<{ reference: string }>(facts, 'select reference from reservations')
  const known = new Set(stored.map(({ reference }) => reference))
  return [
    line(
      'a form of one build is taken by the other',
      forms.length,
      forms.filter(({ taken }) => !taken).map(({ path, to }) => `${path}: ${to}`),
    ),
    line(
      'files of one build are had from the other',
      files.length,
      files.filter(({ had }) => !had).map(({ file }) => file),
    ),
    line(
      'no booking confirmed on a page lost',
      confirmed.length,
      confirmed.filter((reference) => !known.has(reference)),
    ),
  ]
}
