import type { Payload } from 'payload'
import { judgeCall, MOST_A_DAY } from '@/domain/channel'
import type { ChannelGiveUp, ChannelStale } from '@/domain/channelLedger'
import { staleNow } from '@/messaging/about'
import { channelsInUse, type Channel } from '@/messaging/channel'
import {
  claimDeliveries,
  dropDelivery,
  settleDelivery,
  type ClaimedDelivery,
} from '@/messaging/channelOutbox'
import { clockSince } from './clockSince'
import { inBatches } from './inBatches'

const BATCH = 12
/** A batch ends well within its lease, though each of its calls should take the longest. */
const AT_ONCE = 4

/**
 * Hands to providers what is due for clients' phones. A provider that is down holds up nobody else:
 * mails have lanes of their own, and the page says all of it anyway.
 * @param goOn whether to begin another batch: who is asked to stop leaves the backlog to others
 * @returns how many texts were taken up
 */
export async function sendToPhones(
  payload: Payload,
  { goOn = () => true }: { goOn?: () => boolean } = {},
): Promise<number> {
  const channels = channelsInUse()
  const claim = (most: number) => claimDeliveries(payload, most)
  return inBatches({ claim, most: BATCH, atOnce: AT_ONCE, goOn }, (delivery) =>
    sendOne(payload, channels, delivery),
  )
}

async function sendOne(
  payload: Payload,
  channels: readonly Channel[],
  delivery: ClaimedDelivery,
): Promise<void> {
  const channel = channels.find(({ name }) => name === delivery.channel)
  // Set when this was written, and no longer: the next one may be.
  if (!channel)
    return dropDelivery(payload, delivery, {
      kind: 'abandonnee',
      detail: 'canal_absent' satisfies ChannelGiveUp,
      next: true,
    })
  const end = reasonNotToSend(delivery)
  if (end) return dropDelivery(payload, delivery, { ...end, next: false })
  const clock = clockSince(delivery.claimedAt)
  const outcome = await channel.deliver(delivery)
  const verdict = judgeCall(outcome, {
    attempts: delivery.attempts,
    unknownBefore: delivery.unknownOutcome,
    queuedAt: delivery.createdAt,
    now: clock(),
    jitter: Math.random(),
  })
  await settleDelivery(payload, delivery, channel.provider, { outcome, verdict })
}

type End = { kind: 'retiree'; detail: ChannelStale } | { kind: 'abandonnee'; detail: ChannelGiveUp }

/** Judged at the last moment before sending, on the reservation as the claim read it. */
function reasonNotToSend(delivery: ClaimedDelivery): End | null {
  const { about, template, attempts, createdAt, claimedAt } = delivery
  if (delivery.phone !== delivery.recipient) return { kind: 'retiree', detail: 'contact' }
  const stale = staleNow(template, about, {
    tried: attempts > 1,
    queuedAt: createdAt,
    now: claimedAt,
  })
  if (stale) return { kind: 'retiree', detail: stale }
  if (delivery.unknownTwice) return { kind: 'abandonnee', detail: 'issue_inconnue' }
  return delivery.today >= MOST_A_DAY ? { kind: 'abandonnee', detail: 'trop' } : null
}
