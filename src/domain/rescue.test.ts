import { expect, test } from 'vitest'
import { bySimilarity, mixRescue, type Choice } from './rescue'

const at = (slug: string, startsAt: string, same: boolean): Choice => ({
  id: 1,
  slug,
  title: slug,
  district: 'Mpila',
  startsAt,
  endsAt: startsAt,
  same,
})
const WANTED = '2026-12-01T08:00:00.000Z'
const SAME = ['08:30', '09:00', '09:30'].map((time) =>
  at('villa', `2026-12-01T${time}:00.000Z`, true),
)
const slugs = (choices: Choice[]) =>
  choices.map(({ slug, startsAt }) => `${slug} ${startsAt.slice(11, 16)}`)

test('the wanted property twice, then a similar one', () => {
  const other = at('duplex', WANTED, false)
  expect(slugs(mixRescue(SAME, [other], WANTED, 3))).toEqual([
    'villa 08:30',
    'villa 09:00',
    'duplex 08:00',
  ])
})

test('the wanted property twice and the nearest of several similar ones', () => {
  const others = ['duplex', 'studio'].map((slug) => at(slug, '2026-12-02T08:00:00.000Z', false))
  expect(slugs(mixRescue(SAME, others, WANTED, 3))).toEqual([
    'villa 08:30',
    'villa 09:00',
    'duplex 08:00',
  ])
})

test('no possibility is offered twice', () => {
  const other = at('duplex', WANTED, false)
  expect(slugs(mixRescue(SAME.slice(0, 1), [other], WANTED, 3))).toEqual([
    'villa 08:30',
    'duplex 08:00',
  ])
})

test('without a similar one, the wanted property three times', () => {
  expect(slugs(mixRescue(SAME, [], WANTED, 3))).toEqual([
    'villa 08:30',
    'villa 09:00',
    'villa 09:30',
  ])
})

test('a property that is full leaves its places to similar ones, the very moment first', () => {
  const later = at('studio', '2026-12-02T08:00:00.000Z', false)
  const exact = at('duplex', WANTED, false)
  expect(slugs(mixRescue([], [later, exact], WANTED, 3))).toEqual(['duplex 08:00', 'studio 08:00'])
})

test('nothing free is an empty list', () => {
  expect(mixRescue([], [], WANTED, 3)).toEqual([])
})

test('the nearest in price comes first, the district decides between near prices', () => {
  const own = { district: 'Mpila', price: 100, unit: 'nuit' }
  const near = { district: 'Mpila', price: 120, unit: 'nuit' }
  const elsewhere = { district: 'Bacongo', price: 110, unit: 'nuit' }
  const monthly = { district: 'Mpila', price: 100, unit: 'mois' }
  expect([monthly, elsewhere, near].sort(bySimilarity(own))).toEqual([near, elsewhere, monthly])
})

test('without a price the district decides; a property without one is as far as another unit', () => {
  const own = { district: 'Mpila', price: null, unit: 'nuit' }
  const here = { district: 'Mpila', price: 300, unit: 'nuit' }
  const there = { district: 'Bacongo', price: 100, unit: 'nuit' }
  expect([there, here].sort(bySimilarity(own))).toEqual([here, there])
  const unpriced = { district: 'Mpila', price: null, unit: 'nuit' }
  const twice = { district: 'Bacongo', price: 600, unit: 'nuit' }
  const eight = { district: 'Mpila', price: 2_400, unit: 'nuit' }
  expect([eight, unpriced, twice].sort(bySimilarity(here))).toEqual([twice, unpriced, eight])
})
