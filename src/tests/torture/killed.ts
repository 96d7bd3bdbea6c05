import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { Storm } from './actors'
import type { Line } from './counting'
import type { House } from './house'

/** A booking that is killed at each of its statements, COMMIT included: whole, or not there at all. */

const MOST = 60
const ARGUMENTS = ['--conditions=production', '--import', 'tsx', 'src/tests/torture/bookAndDie.ts']

type End = { survived: boolean; status: number | null }

function book(house: House, request: string, kill: { at: number; when: string }): Promise<End> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ARGUMENTS, {
      env: {
        ...process.env,
        ...house.env,
        REQUEST: request,
        // Nobody asks twice from one address: limits are another test's matter.
        ADDRESS: randomUUID(),
        NODE_ENV: 'production',
        KILL_AT: String(kill.at),
        KILL_WHEN: kill.when,
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let said = ''
    child.stdout.on('data', (chunk) => (said += String(chunk)))
    child.once('close', (code) => {
      const line = said.split('\n').find((text) => text.startsWith('{"status"'))
      // as: bookAndDie prints this shape.
      const status = line ? (JSON.parse(line) as { status: number }).status : null
      resolve({ survived: code === 0, status })
    })
  })
}

/** The same request at the running server, as a client sends it who never got an answer. */
async function askAgain({ lines }: House, body: string, number: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${lines[0]?.port}/api/reservations/request`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `10.9.0.${number}` },
    body,
  })
  await answer.arrayBuffer()
  return answer.status
}

const requestOf = (key: string, number: number) =>
  JSON.stringify({
    requestKey: key,
    property: 'villa-mpila',
    kind: 'sejour',
    // A stay of its own for each, far from the storm's.
    startsAt: dayFrom(100 + number * 2),
    endsAt: dayFrom(101 + number * 2),
    client: {
      name: 'Awa Tuée',
      phone: `06 690 ${String(1000 + number)}`,
      email: 'tuee@example.com',
    },
    locale: 'fr',
    consent: true,
  })

const dayFrom = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Parts of one booking that are there: all of them, or none. */
async function partsOf({ sql }: House, key: string): Promise<boolean[]> {
  const { rows } = await sql.query<Record<string, boolean>>(
    `select
       exists (select 1 from reservations where request_key = $1) as reservation,
       exists (select 1 from status_history h join reservations r on r.id = h.reservation_id
         where r.request_key = $1) as history,
       (select count(*) from messages m join reservations r on r.id = m.reservation_id
         where r.request_key = $1) >= 2 as messages,
       exists (select 1 from request_answers where request_key = $1 and body is not null) as answer`,
    [key],
  )
  return Object.values(rows[0] ?? {})
}

export async function killedAtEachStatement({ house, journal }: Storm): Promise<Line> {
  const broken: string[] = []
  let tried = 0
  for (let at = 1; at <= MOST; at += 1) {
    let survived = true
    for (const when of ['before', 'after']) {
      const key = randomUUID()
      const request = requestOf(key, tried)
      journal.asked.push({ key, body: request, receipts: [], statuses: [], lost: 0, slot: '' })
      const end = await book(house, request, { at, when })
      tried += 1
      survived &&= end.survived
      const parts = await partsOf(house, key)
      const half = new Set(parts).size > 1
      const acknowledged = end.status === 201 && !parts.every(Boolean)
      if (half || acknowledged) broken.push(`killed ${when} statement ${at}`)
      const again = await askAgain(house, request, tried)
      if (again !== 201 && again !== 200) broken.push(`asked again after statement ${at}: ${again}`)
    }
    if (survived) break
  }
  return {
    promise: 'killed at any statement: whole, or not there',
    tried,
    broken: broken.length,
    example: broken[0],
  }
}
