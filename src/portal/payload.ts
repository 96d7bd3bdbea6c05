import config from '@payload-config'
import { getPayload, type Payload } from 'payload'

let own: Payload | undefined

/**
 * Lets this copy of the code use a Payload that it opened itself. Next's pages have another copy of the
 * same classes and a Payload of their own: an `instanceof` across the two would fail.
 */
export function adoptPayload(payload: Payload): void {
  own = payload
}

/** The Payload of the pages, or that of the server where no page is asked. */
export const portalPayload = async (): Promise<Payload> => own ?? getPayload({ config })

/** What reads outside a transaction need of a request. */
export async function outside(): Promise<{ payload: Payload; transactionID: undefined }> {
  return { payload: await portalPayload(), transactionID: undefined }
}
