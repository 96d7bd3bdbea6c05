import type { QueryResultRow } from 'pg'
import type { House } from './house'
import type { Journal } from './journal'

/** The promises, each counted: how often it was put to the test, how often it was broken. */
export type Line = { promise: string; tried: number; broken: number; example?: string }

export type Facts = { house: House; journal: Journal }

export async function rows<Row extends QueryResultRow>(
  { house }: Facts,
  text: string,
): Promise<Row[]> {
  return (await house.sql.query<Row>(text)).rows
}

export const count = async (facts: Facts, text: string) =>
  (await rows<{ n: number }>(facts, `select count(*)::int as n from ${text}`))[0]?.n ?? 0

export const line = (promise: string, tried: number, broken: string[]): Line => ({
  promise,
  tried,
  broken: broken.length,
  example: broken[0],
})

/** A rule of the data: `broken` selects one text for each place where it does not hold. */
export async function rule(
  facts: Facts,
  promise: string,
  tried: string,
  broken: string,
): Promise<Line> {
  const found = await rows<{ what: string }>(facts, broken)
  return line(
    promise,
    await count(facts, tried),
    found.map(({ what }) => what),
  )
}
