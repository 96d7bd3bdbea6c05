import { randomBytes, randomUUID } from 'node:crypto'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { makeReference } from '@/domain/reference'
import { preparedFor } from '@/prepared'
import { FIRST_LINK, hashOf, trackingToken } from '@/secrets'

/** A new reservation is born `en_attente`, with a reference and a tracking link of its own. */
export const assignReference: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const reference = preparedFor(req)?.reference ?? (await freeReference(req))
  const trackingVersion = FIRST_LINK
  return {
    ...data,
    reference,
    trackingVersion,
    trackingHash: hashOf(trackingToken({ reference, trackingVersion })),
    requestKey: data.requestKey ?? randomUUID(),
    status: 'en_attente',
    statusReason: null,
    statusNote: null,
  }
}

/** Looks before it leaps: a unique violation would end the whole transaction. */
async function freeReference(req: PayloadRequest): Promise<string> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const reference = makeReference(randomBytes(8))
    const taken = await rowsOf(req, sql`select 1 from reservations where reference = ${reference}`)
    if (taken.length === 0) return reference
  }
  throw new Error('no free reference after five random ones: the randomness is broken')
}
