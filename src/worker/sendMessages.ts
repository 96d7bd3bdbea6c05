import type { Payload } from 'payload'
import { judgeOutcome } from '@/domain/message'
import { deliver, messageIdOf, type Mailer } from '@/messaging/deliver'
import { claim, settle, type ClaimedMessage } from '@/messaging/outbox'

const BATCH = 20
const AT_ONCE = 4

/** Empties the outbox of what is due. @returns how many messages were taken up */
export async function sendMessages(payload: Payload, mailer: Mailer): Promise<number> {
  let taken = 0
  for (;;) {
    const batch = await claim(payload, BATCH)
    taken += batch.length
    const queue = [...batch]
    const lane = async () => {
      for (let next = queue.shift(); next; next = queue.shift())
        await sendOne(payload, mailer, next)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, lane))
    if (batch.length < BATCH) return taken
  }
}

async function sendOne(payload: Payload, mailer: Mailer, message: ClaimedMessage): Promise<void> {
  const outcome = await deliver(mailer, message)
  const verdict = judgeOutcome(outcome, {
    attempts: message.attempts,
    unknownBefore: message.unknownOutcome,
    queuedAt: message.createdAt,
    now: new Date(),
    jitter: Math.random(),
  })
  await settle(payload, message, messageIdOf(message.id), verdict)
}
