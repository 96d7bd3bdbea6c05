import pg from 'pg'
import { portalPayload } from '@/portal/payload'
import { requestReservation } from '@/portal/requestReservation'

/**
 * Books once in a process of its own, which kills itself at one statement: before it is sent, or
 * just after, when nobody knows whether the server has done it. Prints the answer if it lives.
 */
const { KILL_AT, KILL_WHEN, REQUEST = '{}', ADDRESS = '' } = process.env
const at = Number(KILL_AT)
const die = () => process.kill(process.pid, 'SIGKILL')

// The same instance the booking asks for, so that only its own statements are counted.
await portalPayload()
let statements = 0
const send = pg.Client.prototype.query
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
  statements += 1
  if (statements === at && KILL_WHEN === 'before') die()
  const answer: unknown = Reflect.apply(send, this, args)
  if (statements === at) setImmediate(die)
  return answer
} as typeof send // as: the same calls, counted on their way.

const answer = await requestReservation(JSON.parse(REQUEST), { address: ADDRESS, source: 'api' })
process.stdout.write(`${JSON.stringify({ status: answer.status, statements })}\n`)
process.exit(0)
