import type { Payload } from 'payload'
import { cache } from 'react'
import { officeOf } from '@/messaging/office'

/** The agency as it is now, read once for all the pieces of one screen. */
export const agencyOf = cache(
  async (payload: Payload) => (await officeOf({ payload, transactionID: undefined })).agency,
)
