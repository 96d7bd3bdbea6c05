import type { Answered, ChannelOutcome } from '@/domain/channel'
import { callOutside, OutboundRefused } from '@/outbound'

/** With a lease of two minutes, and as many calls as one claim takes up, all end in time. */
const SLOWEST = 10_000
const LARGEST = 64 * 1024

/**
 * One call to a provider, read by what it answers. Where the provider is, the operator's own setting
 * says: a gateway may stand in the house's network, so private addresses are called as well.
 */
export async function callProvider(
  address: string,
  call: { type: string; authorization: string; body: string },
  read: (answer: Answered, now: Date) => ChannelOutcome,
): Promise<ChannelOutcome> {
  try {
    const { status, text, headers } = await callOutside(address, {
      method: 'POST',
      headers: {
        Authorization: call.authorization,
        'Content-Type': call.type,
        'Content-Length': String(Buffer.byteLength(call.body)),
        Accept: 'application/json',
        'User-Agent': 'scim-reservation',
      },
      body: call.body,
      most: LARGEST,
      milliseconds: SLOWEST,
      redirects: 0,
      mayReach: () => true,
    })
    return read({ status, text, retryAfter: headers['retry-after'] }, new Date())
  } catch (error) {
    if (!(error instanceof OutboundRefused)) throw error
    return { kind: error.reached ? 'unknown' : 'unsent', cause: error.fault }
  }
}
