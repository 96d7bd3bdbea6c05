import type { PayloadRequest } from 'payload'
import type { Actor, Reason, Status } from '@/domain/status'
import type { MessageView } from '@/domain/view'
import type { News } from '@/messaging/noticeFacts'
import type { Office } from '@/messaging/office'
import type { PropertyOffer } from '@/messaging/offer'
import type { Parties } from '@/messaging/parties'
import { shared } from '@/shared'

/** What a booking has read, in one statement and under its locks, before its hooks run. */
export type Prepared = News & {
  /** Its row's, taken from the sequence beforehand. */
  id: number
  now: Date
  reference: string
  office: Office
  place: PropertyOffer
  parties: Parties
  /** The first step of its history, once that is written. */
  step?: FirstStep
  /** What its client's page shows of the messages, once these are written. */
  told?: MessageView[]
}

export type FirstStep = {
  hash: string
  at: string
  status: Status
  actor: Actor
  reason: Reason | null
}

const prepared = shared('prepared', () => new WeakMap<PayloadRequest, Prepared>())

/** For the hooks of a write that nothing was prepared for: undefined, and they read for themselves. */
export const preparedFor = (req: PayloadRequest) => prepared.get(req)

/** Runs one write with what was read for it; another one in the same transaction reads anew. */
export async function withPrepared<Result>(
  req: PayloadRequest,
  facts: Prepared,
  write: () => Promise<Result>,
): Promise<Result> {
  prepared.set(req, facts)
  try {
    return await write()
  } finally {
    prepared.delete(req)
  }
}
