import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provide } from '@/scripts/settings'
import { aProperty, aUser, house } from '@/tests/support/house'
import { booked } from '@/tests/support/http'
import { count } from '@/tests/support/sql'
import { waitUntil } from '@/tests/support/waitUntil'
import { startWorker } from '@/worker/run'
import { LANES } from '@/worker/sendMessages'

const sockets = new Set<Socket>()
/** Takes every connection and never says a word. */
const mute = createServer((socket) => {
  sockets.add(socket)
  socket.on('error', () => undefined)
})
const hangUp = () => {
  for (const socket of sockets) socket.destroy()
}
beforeAll(() => new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  hangUp()
  mute.close()
})

const everyLaneHangs = () =>
  waitUntil(
    'every lane hangs',
    async () => (await count('messages', `state = 'en_cours'`)) === LANES.length,
  )

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0

async function timed(turns: number): Promise<number> {
  const property = await aProperty()
  const times: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const from = performance.now()
    const hour = String(8 + (turn >> 1)).padStart(2, '0')
    await booked(property, {
      startsAt: new Date(Date.parse(`2027-01-11T${hour}:${turn % 2 ? '30' : '00'}:00+01:00`)),
    })
    times.push(performance.now() - from)
  }
  return median(times)
}

test('while the mail server hangs, bookings, passwords and the worker’s clocks go on', async () => {
  await timed(3) // The first ones compile statements.
  const before = await timed(12)
  const { port } = mute.address() as AddressInfo // as: it listens on a TCP port.
  await provide({ smtpUrl: `smtp://127.0.0.1:${port}` })
  const payload = await house()
  const worker = await startWorker(payload)
  try {
    await everyLaneHangs()
    const during = await timed(12)
    // Nothing of a booking waits for a mail: the server's silence lasts ten seconds.
    expect(during).toBeLessThan(Math.max(4 * before, 500))
    const user = await aUser('proprietaire', 'Aline Bemba')
    const from = performance.now()
    await payload.forgotPassword({ collection: 'users', data: { email: user.email } })
    expect(performance.now() - from).toBeLessThan(5_000)
    expect(
      await count('messages', `recipient = $1 and state = 'a_envoyer' and text like '%/reset/%'`, [
        user.email,
      ]),
    ).toBe(1)
    await waitUntil(
      'the worker shows signs of life meanwhile',
      async () =>
        (await count('worker_heartbeats', `beat_at > now() - interval '2 seconds'`)) === 1,
    )
    expect(await count('messages', `state = 'envoyee'`)).toBe(0)
  } finally {
    const stopped = worker.stop()
    hangUp()
    await stopped
  }
})

test('asked to stop, a worker ends the mails under way and begins no other', async () => {
  const untried = () => count('messages', `state = 'a_envoyer' and attempts = 0`)
  const worker = await startWorker(await house())
  await everyLaneHangs()
  const before = await untried()
  expect(before).toBeGreaterThan(0)
  const stopped = worker.stop()
  hangUp()
  await stopped
  expect(await count('messages', `state = 'en_cours'`)).toBe(0)
  expect(await untried()).toBe(before)
})
