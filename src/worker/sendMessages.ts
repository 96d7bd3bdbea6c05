import type { Payload } from 'payload'
import { ledgerLine } from '@/domain/ledger'
import { judgeOutcome } from '@/domain/message'
import { staleNow } from '@/messaging/about'
import { deliver, messageIdOf, type Mailer } from '@/messaging/deliver'
import { gatherDigests } from '@/messaging/digest'
import { CONNECTIONS } from '@/messaging/mailer'
import { claim, dropClaim, settle, type ClaimedMessage, type Share } from '@/messaging/outbox'
import { clockSince } from './clockSince'

/**
 * What each lane looks for first. One lane of four is the retries', so that neither a backlog of
 * them nor a rush of news starves the other; a lane without work of its own helps.
 */
export const LANES = Array.from({ length: CONNECTIONS }, (_, lane): readonly [Share, Share] =>
  lane % 4 === 3 ? ['reprises', 'nouveaux'] : ['nouveaux', 'reprises'],
)

/** Empties the outbox of what is due. @returns how many messages were taken up */
export async function sendMessages(payload: Payload, mailer: Mailer): Promise<number> {
  await gatherDigests(payload)
  const taken = await Promise.all(LANES.map((shares) => sendLane(payload, mailer, shares)))
  return taken.reduce((total, count) => total + count, 0)
}

/**
 * Sends one message after the other until none is due. It claims one at a time: a claim that waited
 * behind a hanging server would outlive its lease.
 * @param goOn whether to begin another one: who is asked to stop leaves the backlog to others
 */
export async function sendLane(
  payload: Payload,
  mailer: Mailer,
  shares: readonly [Share, Share],
  goOn: () => boolean = () => true,
): Promise<number> {
  let taken = 0
  while (goOn()) {
    const message = await claim(payload, ...shares)
    if (!message) break
    await sendOne(payload, mailer, message)
    taken += 1
  }
  return taken
}

async function sendOne(payload: Payload, mailer: Mailer, message: ClaimedMessage): Promise<void> {
  const end = reasonNotToSend(message)
  if (end) {
    const entry = { ...end, attempt: null, by: null }
    await dropClaim(payload, message, { ...end, error: ledgerLine(entry, 'fr') })
    return
  }
  const clock = clockSince(message.claimedAt)
  const outcome = await deliver(mailer, message)
  const verdict = judgeOutcome(outcome, {
    attempts: message.attempts,
    unknownBefore: message.unknownOutcome,
    queuedAt: message.createdAt,
    now: clock(),
    jitter: Math.random(),
  })
  await settle(payload, message, messageIdOf(message.id), { outcome, verdict })
}

type End = { kind: 'retiree' | 'abandonnee'; detail: string }

/** Judged at the last moment before sending, on the reservation as the claim read it. */
function reasonNotToSend(message: ClaimedMessage): End | null {
  const { about, template, attempts, audience, addressFails } = message
  const tried = attempts > 1
  if (about && template) {
    const stale = staleNow(template, about, {
      tried,
      queuedAt: message.createdAt,
      now: message.claimedAt,
    })
    if (stale) return { kind: 'retiree', detail: stale }
  }
  // An owner is tried afresh each time: silence towards them would cost a client's answer.
  if (addressFails && (tried || audience === 'client'))
    return { kind: 'abandonnee', detail: 'adresse' }
  return null
}
