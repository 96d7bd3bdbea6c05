import config from '@payload-config'
import { getPayload, type Payload } from 'payload'

/** The one Payload of this process. */
export const portalPayload = (): Promise<Payload> => getPayload({ config })

/** What reads outside a transaction need of a request. */
export async function outside(): Promise<{ payload: Payload; transactionID: undefined }> {
  return { payload: await portalPayload(), transactionID: undefined }
}
