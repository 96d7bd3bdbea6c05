import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { House } from './house'
import { countIn, type Asked, type Journal } from './journal'
import type { Line } from './network'
import type { Random } from './random'

/** What clients, owners and editors do all day, over HTTP, as anybody could. */

export type Storm = { house: House; journal: Journal; random: Random; over(): boolean }

const PROPERTIES = ['villa-mpila', 'duplex-moungali', 'studio-poto-poto', 'maison-bacongo']
const STAY = 'studio-poto-poto'
const ATTEMPTS = 8

export type Answer = { status: number; text: string; headers: Headers }

type Call = {
  method?: string
  /** JSON. */
  body?: string
  form?: Record<string, string>
  token?: string
  cookie?: string
  /** Any of them, unless told. */
  line?: Line
}

/** @returns null when no whole answer came: nobody can know what happened */
export async function call(storm: Storm, path: string, options: Call = {}): Promise<Answer | null> {
  const { house, journal, random } = storm
  const line = options.line ?? random.pick(house.lines)
  const { body = options.form && new URLSearchParams(options.form) } = options
  try {
    const answer = await fetch(`http://127.0.0.1:${line.port}${path}`, {
      method: options.method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(options.cookie ? { Cookie: options.cookie } : {}),
        ...(options.token ? { Authorization: `JWT ${options.token}` } : {}),
        // As many callers as there are requests: the limits per address are another test's matter.
        'X-Forwarded-For': [10, 1, 2, 3].map((_one, at) => (at ? random.below(250) : 10)).join('.'),
      },
      body,
      signal: AbortSignal.timeout(20_000),
    })
    const text = await answer.text()
    countIn(journal.statuses, answer.status)
    if (answer.status >= 500 && answer.status !== 503)
      journal.failures.push(`${answer.status} ${path.split('?')[0]} ${text.slice(0, 200)}`)
    return { status: answer.status, text, headers: answer.headers }
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    journal.unanswered.push(`${path.split('?')[0]} ${cause ? String(cause) : String(error)}`)
    return null // Cut, killed or too slow.
  }
}

export const phoneOf = (random: Random) =>
  `06 6${10 + random.below(90)} ${10 + random.below(90)} ${10 + random.below(90)}`

/** A free slot of the next days: few enough that many ask for the same. */
async function slotOf(
  storm: Storm,
  property: string,
): Promise<{ startsAt: string; endsAt: string } | null> {
  const from = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const to = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10)
  const answer = await call(storm, `/api/properties/${property}/slots?from=${from}&to=${to}`)
  if (answer?.status !== 200) return null
  // as: the shape the contract gives.
  const { slots } = JSON.parse(answer.text) as {
    slots: { startsAt: string; endsAt: string; free: boolean }[]
  }
  const free = slots.filter((slot) => slot.free).slice(0, 6)
  return free.length > 0 ? storm.random.pick(free) : null
}

async function wishOf(storm: Storm): Promise<{ body: string; key: string; slot: string } | null> {
  const { random } = storm
  const property = random.pick(PROPERTIES)
  const stay = property === STAY && random.chance(0.5)
  const key = randomUUID()
  const client = {
    name: 'Awa Tempête',
    phone: phoneOf(random),
    email: `c${random.below(1e9)}@example.com`,
  }
  const common = { requestKey: key, property, client, note: 'Tempête', locale: 'fr', consent: true }
  if (stay) {
    const first = 20 + random.below(20)
    const day = (offset: number) =>
      new Date(Date.now() + (first + offset) * 86_400_000).toISOString().slice(0, 10)
    const [startsAt, endsAt] = [day(0), day(1 + random.below(4))]
    return {
      key,
      slot: `${property} ${startsAt}`,
      body: JSON.stringify({ ...common, kind: 'sejour', startsAt, endsAt }),
    }
  }
  const slot = await slotOf(storm, property)
  if (!slot) return null
  return {
    key,
    slot: `${property} ${slot.startsAt}`,
    body: JSON.stringify({ ...common, kind: 'visite', startsAt: slot.startsAt }),
  }
}

/** Sends a request until an answer comes, as a person does who presses the button again. */
export async function insist(
  storm: Storm,
  asked: Asked,
  attempts = ATTEMPTS,
): Promise<Answer | null> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const answer = await call(storm, '/api/reservations/request', { body: asked.body })
    if (!answer) asked.lost += 1
    else {
      asked.statuses.push(answer.status)
      if (answer.status === 200 || answer.status === 201) asked.receipts.push(answer.text)
      if (answer.status < 500 && answer.status !== 429) return answer
    }
    await pause(100 + storm.random.below(400))
  }
  return null
}

/** A client books, sometimes twice at once, and sometimes asks, writes or cancels afterwards. */
export async function clientActor(storm: Storm): Promise<void> {
  const { journal, random } = storm
  while (!storm.over()) {
    const wish = await wishOf(storm)
    if (!wish) {
      await pause(300)
      continue
    }
    const asked: Asked = { ...wish, receipts: [], statuses: [], lost: 0 }
    journal.asked.push(asked)
    const twice = random.chance(0.2)
    const [answer] = await Promise.all([insist(storm, asked), twice ? insist(storm, asked) : null])
    if (!answer || answer.status > 201) continue
    if (random.chance(0.3)) await insist(storm, asked)
    if (random.chance(0.1)) {
      const other = JSON.stringify({ ...JSON.parse(asked.body), note: 'Autre contenu' })
      const second = await call(storm, '/api/reservations/request', { body: other })
      if (second) journal.otherContent.push(second.status)
    }
    // as: the shape the contract gives.
    const { trackingUrl } = JSON.parse(answer.text) as { trackingUrl: string }
    const path = `/api/reservations/track/${trackingUrl.split('/').at(-1)}`
    if (random.chance(0.3)) await call(storm, path)
    if (random.chance(0.1))
      await call(storm, `${path}/messages`, { body: JSON.stringify({ text: 'Bonjour ?' }) })
    if (random.chance(0.15)) await call(storm, `${path}/cancel`, { body: '{}' })
    await pause(random.below(400))
  }
}

export async function login(storm: Storm, email: string): Promise<string | null> {
  const body = JSON.stringify({ email, password: storm.house.password })
  const answer = await call(storm, '/api/users/login', { body })
  if (answer?.status !== 200) return null
  return (JSON.parse(answer.text) as { token: string }).token // as: Payload's own shape.
}

/** Only then a new login: each counts against the account's limit. */
const loggedOut = ({ status }: Answer) => status === 401 || status === 403

/** Two colleagues decide the same requests at the same moment, and not always alike. */
export async function ownerActor(storm: Storm): Promise<void> {
  const { journal, random } = storm
  let token: string | null = null
  while (!storm.over()) {
    token ??= await login(storm, 'contact@scim.example')
    const found = token
      ? await call(
          storm,
          '/api/reservations?limit=20&sort=-createdAt&where[status][equals]=en_attente',
          { token },
        )
      : null
    if (found?.status !== 200) {
      if (found && loggedOut(found)) token = null
      await pause(500)
      continue
    }
    const { docs } = JSON.parse(found.text) as { docs: { id: number }[] } // as: Payload's own shape.
    if (docs.length > 0) {
      const { id } = random.pick(docs)
      const wishes = random.chance(0.6)
        ? (['confirmee', 'annulee'] as const)
        : (['confirmee'] as const)
      await Promise.all(
        wishes.map(async (to) => {
          const body = JSON.stringify({ status: to })
          const answer = await call(storm, `/api/reservations/${id}`, {
            method: 'PATCH',
            body,
            token: token ?? undefined,
          })
          if (answer) journal.decisions.push({ id, to, status: answer.status })
        }),
      )
    }
    await pause(200 + random.below(600))
  }
}

/** An owner and an admin edit different fields of one property at the same moment. */
export async function editorActor(storm: Storm): Promise<void> {
  const { journal, random, house } = storm
  let token: string | null = null
  while (!storm.over()) {
    token ??= await login(storm, 'contact@scim.example')
    const price = 1 + random.below(1e6)
    const address = `${1 + random.below(1e6)}, rue de la Tempête`
    const edit = (field: object) =>
      call(storm, '/api/properties/5', {
        method: 'PATCH',
        body: JSON.stringify(field),
        token: token ?? undefined,
      })
    const answers = token ? await Promise.all([edit({ price }), edit({ address })]) : []
    if (answers.some((answer) => answer && loggedOut(answer))) token = null
    else if (answers.length === 2 && answers.every((answer) => answer?.status === 200)) {
      const rows = await house.sql
        .query<{ price: string; address: string }>(
          'select price, address from properties where id = 5',
        )
        .then(
          (result) => result.rows,
          () => [],
        )
      const [row] = rows
      if (row) journal.edits.push({ kept: Number(row.price) === price && row.address === address })
    }
    await pause(1_000 + random.below(1_000))
  }
}
