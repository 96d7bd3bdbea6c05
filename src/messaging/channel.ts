import type { ChannelName, ChannelOutcome, PhoneNotice } from '@/domain/channel'
import { env } from '@/env'
import { smsChannel } from './smsChannel'
import { whatsappChannel } from './whatsappChannel'

/**
 * A way to a client's phone. To add one: write this for it, name it in `domain/channel.ts`, and let a
 * route of its own take what the provider reports.
 */
export type Channel = {
  name: ChannelName
  /** Who answers, for the ledger: a host's name. */
  provider: string
  /** What is to be sent, frozen with the message; null where the channel has no words for it. */
  compose(notice: PhoneNotice): string | null
  /** Hands it over, once. What the network does is an outcome, and nothing is thrown for it. */
  deliver(delivery: ToDeliver): Promise<ChannelOutcome>
}

/** @param id comes back with the provider's reports @param recipient E.164 */
export type ToDeliver = { id: number; recipient: string; content: string }

/** Those that are set, in the order in which a client is tried; each follows where one is refused. */
export function channelsInUse(): Channel[] {
  return [
    env.whatsappApi && whatsappChannel(env.whatsappApi),
    env.sms && smsChannel(env.sms),
  ].filter((channel) => channel !== null)
}
