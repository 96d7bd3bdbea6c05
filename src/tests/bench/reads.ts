import type { Environment } from '@/scripts/process'
import { say } from '@/scripts/say'
import type { Bench } from './databases'
import { fill, PASSWORD, sizeOf } from './fill'
import { ask, load, median } from './load'
import type { Line } from './report'
import { startSite, type Server } from './servers'
import { wisher } from './wish'

const ROUNDS = 15
const TIMES = 12
/** What is done first costs more, until V8 has compiled its code: a booking's longer than a read's. */
const WARM = { read: 30, booking: 200 }

type House = {
  rows: number
  server: Server
  reference: string
  token: string
  admin: string
  owner: string
  visitor: string
}

/** A cookie counts where a browser says that its own page asks. */
const browser = (cookie: string) => ({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' })

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const list = (page: number) => `/api/reservations?limit=25&page=${page}`
const find = (path: string, text: string, limit = 25) =>
  `/api/reservations?limit=${limit}&where[${path}][like]=${encodeURIComponent(text)}`
/** Every seventh client bears this name, before a number of its own. */
const lastMabiala = (rows: number) => 7 * Math.floor(sizeOf(rows).clients / 7)
const staffList = '/admin/collections/reservations?limit=25'

/** What is read: its address, by whom, and how many statements it may take. */
const READS: {
  name: string
  path: (house: House) => string
  as?: 'admin' | 'owner' | 'visitor'
  most?: number
}[] = [
  { name: 'slots', path: () => `/api/properties/1/slots?from=${day(0)}&to=${day(13)}` },
  { name: 'tracking', path: ({ token }) => `/api/reservations/track/${token}` },
  { name: 'client page', path: ({ reference }) => `/espace/${reference}`, as: 'visitor' },
  { name: 'property page', path: () => '/biens/bien-1' },
  { name: 'list of all, first page', path: () => list(1), as: 'admin', most: 10 },
  {
    name: 'list of all, hundredth page',
    path: ({ rows }) => list(Math.min(100, rows / 25)),
    as: 'admin',
    most: 10,
  },
  { name: 'list of an owner', path: () => list(1), as: 'owner', most: 10 },
  {
    name: 'search by phone',
    path: () => find('clientPhone', '06 000 01 23'),
    as: 'admin',
    most: 10,
  },
  // As many rows are shown at every size: it is the search that grows, not the page.
  {
    name: 'search by a common name',
    path: () => find('clientName', 'mabiala'),
    as: 'admin',
    most: 10,
  },
  {
    name: 'search by name',
    path: () => find('clientName', 'mabiala 42', 5),
    as: 'admin',
    most: 10,
  },
  {
    name: 'search by the name of one client',
    path: ({ rows }) => find('clientName', `mabiala ${lastMabiala(rows)}`, 5),
    as: 'admin',
    most: 10,
  },
  // Told, not promised: an owner has ten times as many reservations in the largest house.
  {
    name: 'an owner’s search by name',
    path: () => find('clientName', 'mabiala 42', 5),
    as: 'owner',
    most: 10,
  },
  {
    name: 'search by reference',
    path: ({ reference }) => find('reference', reference),
    as: 'admin',
    most: 10,
  },
  {
    name: 'search by part of a reference',
    path: ({ reference }) => find('reference', reference.slice(4, 8)),
    as: 'owner',
    most: 10,
  },
  { name: 'panel: list', path: () => staffList, as: 'admin', most: 10 },
  { name: 'panel: list of an owner', path: () => staffList, as: 'owner', most: 10 },
  { name: 'panel: morning of an owner', path: () => '/admin', as: 'owner', most: 12 },
  { name: 'panel: morning of an admin', path: () => '/admin', as: 'admin', most: 12 },
  { name: 'panel: calendar of an owner', path: () => '/admin/calendrier', as: 'owner' },
]
/** Whose growth the house promises; the others are told. */
const PROMISED = /^(slots|tracking|client page|list|search|panel: (list|morning))/

/** Reads and bookings at every number of rows, one server each, in turns. */
export async function measureReads(
  bench: Bench,
  env: Environment,
  rows: readonly number[],
): Promise<Line[]> {
  const houses: House[] = []
  try {
    for (const count of rows) houses.push(await openHouse(bench, env, count))
    const first = houses[0]
    const last = houses.at(-1)
    if (!first || !last) return []
    const lines: Line[] = []
    for (const { name, path, as, most } of READS) {
      const work = (house: House) => () =>
        ask(`${house.server.url}${path(house)}`, { headers: as ? browser(house[as]) : {} })
      const rounds = await inTurns(houses, work, '200', WARM.read)
      lines.push(...told(name, houses, rounds, PROMISED.test(name)))
      const sent = await bench.statements(work(last))
      lines.push({
        name: `  ${name}, SQL statements`,
        value: sent,
        ...(most ? { target: { than: '<=' as const, value: most } } : {}),
      })
    }
    const wishers = new Map(
      houses.map((house) => [house, wisher(house.server.url, sizeOf(house.rows).properties)]),
    )
    const rounds = await inTurns(
      houses,
      (house) => wishers.get(house) ?? Promise.reject,
      '201',
      WARM.booking,
    )
    return [...lines, ...told('booking', houses, rounds, true)]
  } finally {
    for (const { server } of houses) await server.stop()
    for (const count of rows) await bench.drop(`bench_${count}`)
  }
}

async function openHouse(bench: Bench, env: Environment, rows: number): Promise<House> {
  const name = `bench_${rows}`
  const from = Date.now()
  await bench.create(name)
  const newest = await bench.on(name, (sql) => fill(sql, rows, String(env.PAYLOAD_SECRET)))
  say(`  ${rows} reservations filled in ${Math.round((Date.now() - from) / 1000)} s`)
  const server = await startSite(name, { ...env, DATABASE_URL: bench.urlOf(name) })
  const opened = await ask(`${server.url}/suivi/${newest.token}/ouvrir`)
  return {
    rows,
    server,
    ...newest,
    admin: await login(server.url, 'equipe0@scim.example'),
    owner: await login(server.url, 'equipe1@scim.example'),
    visitor: cookiesOf(opened.headers),
  }
}

async function login(url: string, email: string): Promise<string> {
  const body = JSON.stringify({ email, password: PASSWORD })
  const answer = await ask(`${url}/api/users/login`, { method: 'POST', body })
  if (answer.status !== 200) throw new Error(`no login: ${answer.status} ${answer.body}`)
  return cookiesOf(answer.headers)
}

const cookiesOf = (headers: Record<string, string | string[] | undefined>) =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

type Work = (house: House) => () => Promise<{ status: number; body: string }>

/** Milliseconds of every house, in rounds in which each has its turn. */
async function inTurns(
  houses: House[],
  work: Work,
  status: string,
  warm: number,
): Promise<number[][]> {
  for (const house of houses) {
    const answer = await work(house)()
    if (String(answer.status) !== status)
      throw new Error(`${house.rows} rows: ${answer.status} ${answer.body.slice(0, 200)}`)
    await load(warm, 2, work(house))
  }
  const rounds: number[][] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const took: number[] = []
    for (const house of houses) took.push((await load(TIMES, 1, work(house))).p50)
    rounds.push(took)
  }
  return rounds
}

/** The growth within a round, as the median of all: a machine that slows down slows every house of it. */
function told(name: string, houses: House[], rounds: number[][], promised: boolean): Line[] {
  const growth = median(rounds.map((took) => (took.at(-1) ?? Number.NaN) / (took[0] ?? Number.NaN)))
  const target = promised ? { target: { than: '<=' as const, value: 1.2 } } : {}
  return [
    { name: `${name}, growth`, value: growth, ...target },
    ...houses.map(({ rows }, number) => ({
      name: `  ${name}, ${rows} rows, ms`,
      value: median(rounds.map((took) => took[number] ?? Number.NaN)),
    })),
  ]
}
