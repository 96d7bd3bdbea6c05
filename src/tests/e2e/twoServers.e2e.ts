import { randomUUID } from 'node:crypto'
import { rowsOf } from './support/database'
import { facts } from './support/facts'
import { anAddress, somebody } from './support/people'
import { expect, test } from './support/test'

/** Two server processes on one database, spoken to over HTTP. */

const SERVERS = [facts.pairUrl, facts.pairSecondUrl] as const
const ROUNDS = 20
const AT_ONCE = 50

type Slot = { startsAt: string; free: boolean }
type Answer = {
  status: number
  reference?: string
  alternatives: { startsAt: string }[]
}

const rows = <Row extends object>(text: string, values: unknown[] = []) =>
  rowsOf<Row>(text, values, facts.pairDatabaseUrl)

const dayAfter = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Free slots in the order of time. */
async function freeSlots(property: string): Promise<string[]> {
  const found: string[] = []
  for (const from of [2, 32, 62]) {
    const answer = await fetch(
      `${facts.pairUrl}/api/properties/${property}/slots?from=${dayAfter(from)}&to=${dayAfter(from + 29)}`,
    )
    const { slots } = (await answer.json()) as { slots: Slot[] } // as: the contract's shape.
    found.push(...slots.filter(({ free }) => free).map(({ startsAt }) => startsAt))
  }
  return found
}

/** Asks for a slot, as a client of its own. @returns status 0 when the connection broke */
async function request(server: string, property: string, startsAt: string): Promise<Answer> {
  const { name, phone, email } = somebody()
  try {
    const answer = await fetch(`${server}/api/reservations/request`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': anAddress() },
      body: JSON.stringify({
        requestKey: randomUUID(),
        property,
        kind: 'visite',
        startsAt,
        client: { name, phone, email },
        locale: 'fr',
        consent: true,
      }),
    })
    // as: the contract's shapes, of which only these two parts are read.
    const body = (await answer.json()) as {
      reservation?: { reference: string }
      alternatives?: { startsAt: string }[]
    }
    return {
      status: answer.status,
      reference: body.reservation?.reference,
      alternatives: body.alternatives ?? [],
    }
  } catch {
    return { status: 0, alternatives: [] } // The server died under this request: no promise was made.
  }
}

const serverOf = (number: number) => SERVERS[number % 2] ?? facts.pairUrl

test(`${AT_ONCE} requests at once for one slot, ${ROUNDS} times: one winner each`, async () => {
  const property = 'villa-mpila'
  const slots = (await freeSlots(property)).slice(0, ROUNDS)
  expect(slots).toHaveLength(ROUNDS)
  for (const slot of slots) {
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, number) => request(serverOf(number), property, slot)),
    )
    const winners = answers.filter(({ status }) => status === 201)
    const losers = answers.filter(({ status }) => status === 409)
    expect([winners.length, losers.length]).toEqual([1, AT_ONCE - 1])
    expect(losers.filter(({ alternatives }) => alternatives.length !== 3)).toEqual([])
    const kept = await rows<{ reference: string }>(
      `select reference from reservations
       where starts_at = $1 and status <> 'annulee'
         and property_id = (select id from properties where slug = $2)`,
      [slot, property],
    )
    expect(kept).toEqual([{ reference: winners[0]?.reference }])
  }
})

test('a server killed in the middle of a stream: every answered 201 is there, whole', async () => {
  const property = 'appartement-centre-ville'
  const slots = (await freeSlots(property)).slice(0, 120)
  expect(slots).toHaveLength(120)
  const booked: string[] = []
  let broken = 0
  const stream = async (server: string, mine: string[]) => {
    for (const slot of mine) {
      const { status, reference } = await request(server, property, slot)
      if (status === 201 && reference) {
        booked.push(reference)
        if (booked.length === 40) process.kill(facts.pairSecondPid, 'SIGKILL')
      } else broken += 1
    }
  }
  const part = (number: number) => slots.filter((_, index) => index % 6 === number)
  await Promise.all([0, 1, 2, 3, 4, 5].map((number) => stream(serverOf(number), part(number))))

  expect(broken).toBeGreaterThan(0) // Else nothing was killed in the middle.
  expect(booked.length).toBeGreaterThanOrEqual(40 + 3 * 5)
  const whole = await rows<{ reference: string; steps: number; told: number }>(
    `select r.reference,
       (select count(*)::int from status_history h where h.reservation_id = r.id) as steps,
       (select count(distinct template)::int from messages m where m.reservation_id = r.id) as told
     from reservations r where r.reference = any($1) order by 1`,
    [booked],
  )
  expect(whole).toEqual(booked.sort().map((reference) => ({ reference, steps: 1, told: 2 })))
  const halves = await rows(
    `select r.reference from reservations r
     where not exists (select 1 from status_history h where h.reservation_id = r.id)
        or not exists (select 1 from messages m where m.reservation_id = r.id)`,
  )
  expect(halves).toEqual([])
})
