import { beforeAll, describe, expect, test } from 'vitest'
import { admin, owner, property, withAgency } from '@/tests/support/agencyHouse'
import { at, freshPhone, type Staff } from '@/tests/support/house'
import { bodyOf, booked, rest } from '@/tests/support/http'
import { rows } from '@/tests/support/sql'
import { statementsOf } from '@/tests/support/statements'

/** A name is found by parts of it in any order, whether the list's first rows are read or an index is asked. */

const TEXTS: [string, string[]][] = [
  ['mabiala', ['Awa Mabiala', 'Mabiala Awa']],
  ['MABIALA', ['Awa Mabiala', 'Mabiala Awa']],
  ['abial', ['Awa Mabiala', 'Mabiala Awa']],
  ['awa mabiala', ['Awa Mabiala', 'Mabiala Awa']],
  ['wa mabial', ['Awa Mabiala', 'Mabiala Awa']],
  ['mabiala a', ['Awa Mabiala', 'Mabiala Awa']],
  ['mabiala awa', ['Awa Mabiala', 'Mabiala Awa']],
  ['mabiala kele', []],
  ['awa mabialas', []],
  ['nadege', ['Nadège Kélé']],
  ['Nadège Kélé', ['Nadège Kélé']],
  ['KÉLÉ nadège', ['Nadège Kélé']],
  ['ège kel', ['Nadège Kélé']],
  ['élodie camara', ['ELODIE Çamara']],
  ["n'gouaba", ["Jean-Bosco N'Gouaba"]],
  ["bosco n'gouab", ["Jean-Bosco N'Gouaba"]],
  ['jean-bosco', ["Jean-Bosco N'Gouaba"]],
  ['jean bosco', ["Jean-Bosco N'Gouaba"]],
  ['%', ['100 % Pur']],
  ['100 % pur', ['100 % Pur']],
  ['100%', []],
  ['_', ['Fa_ah']],
  ['f__ah', []],
  ['\\', ['Back\\Slash']],
  ['back\\slash', ['Back\\Slash']],
  ['x', ['X']],
  ['q:*', ["Q:* & '|! (é)"]],
  ["* & '|! (e)", ["Q:* & '|! (é)"]],
  ['zed  yak', ['Zed  Yak']],
  ['zed yak', ['Zed  Yak']],
  ['kpkpkpkpkp', ['Kpkpkpkpkp']],
  // All its syllables stand in the name, and still the name does not have it.
  ['kpkpkpkpkpkpkp', []],
  ['', []],
]
const NAMES = [...new Set(TEXTS.flatMap(([, names]) => names))]

withAgency()

/** Old refused reservations, one of each name, `years` ago: later in the list than all others. */
async function reserve(names: readonly string[], years: number, first: number): Promise<void> {
  const { id } = await booked(property, {
    startsAt: at(3 + years, '09:00'),
    client: { name: 'Voisin', phone: freshPhone() },
  })
  await rows(
    `with named as (
       insert into clients (name, phone, locale)
       select name, $4 || lpad(n::text, 5, '0'), 'fr'
       from unnest($2::text[]) with ordinality u (name, n) returning id)
     insert into reservations select (jsonb_populate_record(r, jsonb_build_object(
       'id', $5::int + c.id, 'client_id', c.id, 'reference', 'RSV-N' || c.id,
       'status', 'annulee', 'status_reason', 'refusee', 'request_key', 'nom-' || c.id,
       'tracking_hash', null, 'awaiting_until', null,
       'starts_at', r.starts_at - make_interval(years => $3, mins => c.id),
       'ends_at', r.ends_at - make_interval(years => $3, mins => c.id)))).*
     from reservations r, named c where r.id = $1`,
    [id, names, years, `+24206${first}`, 500_000],
  )
}

const ask = async (as: Staff, text: string, more = '') => {
  const query = `where[clientName][like]=${encodeURIComponent(text)}${more}`
  const answer = await rest('GET', `/reservations?${query}`, { as })
  expect(answer.status).toBe(200)
  return bodyOf<{
    docs: { reference: string; clientName: string }[]
    totalDocs: number
    hasNextPage: boolean
  }>(answer)
}

const found = async (as: Staff, text: string) =>
  (await ask(as, text, '&limit=100')).docs.map(({ clientName }) => clientName).sort()

/** How many statements looked for the name. */
const searching = async (as: Staff, text: string) =>
  (await statementsOf(() => ask(as, text, '&limit=25'))).filter((sent) =>
    /scim_plain/.test(sent.text),
  ).length

beforeAll(() => reserve(NAMES, 2, 11))

describe('in a short list', () => {
  test.each(TEXTS)('“%s” is found', async (text, names) => {
    expect(await found(admin, text)).toEqual([...names].sort())
    expect(await found(owner, text)).toEqual([...names].sort())
  })

  test('the list is read, and then nothing else', async () => {
    expect(await searching(admin, 'awa mabiala')).toBe(1)
  })
})

describe('in a long list', () => {
  const neighbours = Array.from({ length: 2_100 }, (_, number) => `Voisin ${number}`)
  beforeAll(() => reserve(neighbours, 1, 12))

  test.each(TEXTS)('“%s” is found', async (text, names) => {
    expect(await found(admin, text)).toEqual([...names].sort())
    expect(await found(owner, text)).toEqual([...names].sort())
  })

  test('two everyday words that seldom meet are found wherever they do', async () => {
    const both = neighbours.filter((name) => name.includes('42')).sort()
    expect(both.length).toBeGreaterThan(20)
    expect(await found(admin, '42 voisin')).toEqual(both)
    expect(await found(owner, 'voisin 42')).toEqual(both)
  })

  test('pages of a common name follow one another in the list’s order', async () => {
    const whole = (await ask(admin, 'voisin', '&limit=100')).docs
    expect(whole).toHaveLength(100)
    const pages = []
    for (const page of [1, 2, 3, 4]) {
      const { docs, totalDocs, hasNextPage } = await ask(admin, 'voisin', `&limit=25&page=${page}`)
      expect(hasNextPage).toBe(true)
      expect(totalDocs).toBeGreaterThan(page * 25)
      pages.push(...docs)
    }
    expect(pages.map(({ reference }) => reference)).toEqual(whole.map(({ reference }) => reference))
  })

  test('another filter and another order see more than one page of what is found', async () => {
    const hundredth = (await ask(admin, 'voisin', '&limit=100')).docs[99]
    const { docs } = await ask(
      admin,
      'voisin',
      `&limit=5&where[reference][equals]=${hundredth?.reference}`,
    )
    expect(docs.map(({ clientName }) => clientName)).toEqual([hundredth?.clientName])
    const [oldest] = (await ask(admin, 'voisin', '&limit=5&sort=startsAt')).docs
    const two = (await ask(admin, 'voisin', '&limit=100&page=2')).docs
    expect(oldest?.reference).toBe(two.at(-1)?.reference)
  })

  test('a page that the list fills takes one statement to search', async () => {
    expect(await searching(admin, 'voisin')).toBe(1)
    expect(await searching(admin, 'awa mabiala')).toBe(2)
  })
})

test('a client’s new name is found, and the old one no more', async () => {
  const { id } = await booked(property, {
    startsAt: at(9, '09:00'),
    client: { name: 'Prisca Wamba', phone: freshPhone() },
  })
  await rows(
    `update clients set name = 'Prisca Wando' where id = (select client_id from reservations where id = $1)`,
    [id],
  )
  expect(await found(admin, 'prisca wando')).toEqual(['Prisca Wando'])
  expect(await found(admin, 'prisca wamba')).toEqual([])
})
