import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { Mailer } from '@/messaging/deliver'
import { openMailer } from '@/messaging/mailer'
import { beat, leave } from './heartbeat'
import { gatherDigests } from '@/messaging/digest'
import { LANES, sendLane } from './sendMessages'

const EVERY = 3_000

/** What time sets off. Any number of workers may run on one database. */
export async function startWorker(payload: Payload): Promise<{ stop(): Promise<void> }> {
  const worker = randomUUID()
  const mailer = await openMailer(payload)
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  // A hanging mail server holds its lane, never the round: the clocks and the other lanes go on.
  const busy = new Map<number, Promise<unknown>>()

  const wakeLanes = async (out: Mailer) => {
    await gatherDigests(payload)
    LANES.forEach((shares, lane) => {
      if (busy.has(lane)) return
      const work = sendLane(payload, out, shares)
        .catch(complain)
        .finally(() => busy.delete(lane))
      busy.set(lane, work)
    })
  }
  const complain = (error: unknown) => {
    // The next round tries again; the code alone is logged, for a message may name people.
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown'
    payload.logger.error({ msg: `worker round failed: ${String(code)}` })
  }

  const turn = async () => {
    try {
      await beat(payload, worker)
      if (mailer) await wakeLanes(mailer)
    } catch (error) {
      complain(error)
    }
    if (!stopped) timer = setTimeout(start, EVERY)
  }
  const start = () => {
    round = turn()
  }
  start()

  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
      await Promise.all(busy.values())
      await leave(payload, worker)
    },
  }
}
