import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { openMailer } from '@/messaging/mailer'
import { answerMailRequests } from './answerMailRequests'
import { beat, leave } from './heartbeat'
import { sendMessages } from './sendMessages'
import { sweepDoors } from './sweepDoors'

const EVERY = 3_000
const SWEEP_EVERY = 10 * 60_000

/** What time sets off. Any number of workers may run on one database. */
export async function startWorker(payload: Payload): Promise<{ stop(): Promise<void> }> {
  const worker = randomUUID()
  const mailer = await openMailer(payload)
  let stopped = false
  let sweptAt = 0
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()

  const turn = async () => {
    try {
      await beat(payload, worker)
      await answerMailRequests(payload)
      if (mailer) await sendMessages(payload, mailer)
      if (Date.now() - sweptAt > SWEEP_EVERY) {
        await sweepDoors(payload)
        sweptAt = Date.now()
      }
    } catch (error) {
      // The next round tries again; the code alone is logged, for a message may name people.
      const code = error instanceof Error && 'code' in error ? error.code : 'unknown'
      payload.logger.error({ msg: `worker round failed: ${String(code)}` })
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
      await leave(payload, worker)
    },
  }
}
