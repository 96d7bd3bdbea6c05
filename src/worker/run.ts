import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { errorCode } from '@/database'
import type { Mailer } from '@/messaging/deliver'
import { gatherDigests } from '@/messaging/digest'
import { openMailer } from '@/messaging/mailer'
import { beat, leave } from './heartbeat'
import { keepClocks } from './keepClocks'
import { watchedMailer } from './mailHealth'
import { LANES, sendLane } from './sendMessages'

const EVERY = 3_000

/**
 * What time sets off. Any number of workers may run on one database. Clocks and mail go round apart
 * from each other: a mail server that hangs holds up no reminder, and the heartbeat, which comes
 * with the clocks, says that promises are looked after.
 */
export async function startWorker(payload: Payload): Promise<{ stop(): Promise<void> }> {
  const worker = randomUUID()
  const opened = await openMailer(payload)
  const mail = opened ? watchedMailer(opened) : null
  let stopping = false
  let beaten = 0
  const pulse = async () => {
    if (Date.now() - beaten > EVERY / 2) {
      await beat(payload, worker, mail?.downSince() ?? null)
      beaten = Date.now()
    }
    return !stopping
  }
  const clocks = loop(payload, 'clocks', async () => {
    await pulse()
    await keepClocks(payload, { goOn: pulse })
  })
  const post = mail ? postRound(payload, mail.mailer) : null
  return {
    stop: async () => {
      stopping = true
      await Promise.all([clocks.stop(), post?.stop()])
      await leave(payload, worker)
    },
  }
}

/** A hanging mail server holds its lane, never the round: the other lanes go on. */
function postRound(payload: Payload, out: Mailer) {
  const busy = new Map<number, Promise<unknown>>()
  const wakeLanes = async () => {
    await gatherDigests(payload)
    LANES.forEach((shares, lane) => {
      if (busy.has(lane)) return
      const work = sendLane(payload, out, shares)
        .catch((error: unknown) => complain(payload, 'mail', error))
        .finally(() => busy.delete(lane))
      busy.set(lane, work)
    })
  }
  const round = loop(payload, 'mail', wakeLanes)
  return {
    stop: async () => {
      await round.stop()
      await Promise.all(busy.values())
    },
  }
}

function complain(payload: Payload, name: string, error: unknown): void {
  // The next round tries again; the code alone is logged, for a message may name people.
  payload.logger.error({ msg: `worker round failed (${name}): ${errorCode(error)}` })
}

/** Does the work again and again, `EVERY` milliseconds apart, until it is stopped. */
function loop(payload: Payload, name: string, work: () => Promise<unknown>) {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  const turn = async () => {
    try {
      await work()
    } catch (error) {
      complain(payload, name, error)
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
    },
  }
}
