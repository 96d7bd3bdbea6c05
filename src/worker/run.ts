import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { errorCode } from '@/database'
import { openMailer } from '@/messaging/mailer'
import { answerMailRequests } from './answerMailRequests'
import { callLane, LANES as PROGRAMS } from './callWebhooks'
import { fetchCalendars } from './fetchCalendars'
import { beat, leave } from './heartbeat'
import { gatherDigests } from '@/messaging/digest'
import { forgetClients, keepErasureList } from './forgetClients'
import { keepClocks } from './keepClocks'
import { flushTraces } from '@/traces'
import { watchedMailer } from './mailHealth'
import { LANES, sendLane } from './sendMessages'
import { sendToPhones } from './sendToPhones'
import { tellClashes } from './tellClashes'
import { roundOf } from './traceRound'
import { sweepDoors } from './sweepDoors'

const EVERY = 3_000
/** A new mail leaves within two seconds, and lanes that ran dry together look again together. */
const POST_EVERY = 1_500
const SWEEP_EVERY = 10 * 60_000
const LIST_EVERY = 60_000

/**
 * What time sets off. Any number of workers may run on one database. Clocks and mail go round apart
 * from each other: a mail server that hangs holds up no reminder, and the heartbeat, which comes
 * with the clocks, says that promises are looked after.
 * @param erasureList the file outside the database that a restore reads
 */
export async function startWorker(
  payload: Payload,
  { erasureList }: { erasureList?: string } = {},
): Promise<{ stop(): Promise<void> }> {
  const worker = randomUUID()
  const opened = await openMailer(payload)
  const mail = opened ? watchedMailer(opened) : null
  let stopping = false
  const goOn = () => !stopping
  let beaten = 0
  const pulse = async () => {
    if (Date.now() - beaten > EVERY / 2) {
      await beat(payload, worker, mail?.downSince() ?? null)
      beaten = Date.now()
    }
    return goOn()
  }
  const clocks = loop(payload, 'clocks', async () => {
    await pulse()
    const done = await keepClocks(payload, { goOn: pulse })
    return Object.values(done).reduce((sum, each) => sum + each, 0)
  })
  const requests = loop(payload, 'requests by mail', () => answerMailRequests(payload, { goOn }))
  const calendars = loop(payload, 'calendars', async () => {
    await fetchCalendars(payload)
    await tellClashes(payload, { goOn })
  })
  const programs = PROGRAMS.map((lane) =>
    loop(payload, 'webhooks', () => callLane(payload, lane, { goOn })),
  )
  const phones = loop(payload, 'phones', () => sendToPhones(payload, { goOn }))
  const doors = loop(payload, 'doors', () => sweepDoors(payload), SWEEP_EVERY)
  const retention = loop(payload, 'retention', () => forgetClients(payload, { goOn }), SWEEP_EVERY)
  const lists = erasureList
    ? [loop(payload, 'erasures', () => keepErasureList(payload, erasureList), LIST_EVERY)]
    : []
  // A mail server that hangs holds one lane at a time, and never the others.
  const post = mail
    ? [
        loop(payload, 'digests', () => gatherDigests(payload)),
        loop(payload, 'mail server', mail.lookAgain),
        ...LANES.map((shares) =>
          loop(payload, 'mail', () => sendLane(payload, mail.mailer, shares, goOn), POST_EVERY),
        ),
      ]
    : []
  return {
    stop: async () => {
      stopping = true
      await Promise.all(
        [clocks, requests, calendars, ...programs, phones, doors, retention, ...lists, ...post].map(
          (one) => one.stop(),
        ),
      )
      await leave(payload, worker)
      await flushTraces()
    },
  }
}

/** Does the work again and again, `every` milliseconds apart, until it is stopped. */
function loop(payload: Payload, name: string, work: () => Promise<unknown>, every = EVERY) {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  const turn = async () => {
    const traced = roundOf(name)
    try {
      traced.ended(await work())
    } catch (error) {
      traced.failed()
      // The next round tries again; the code alone is logged, for a message may name people.
      payload.logger.error({ msg: `worker round failed (${name}): ${errorCode(error)}` })
    }
    if (!stopped) timer = setTimeout(start, every)
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
