import { json, jsonPost, notFound, tooMany } from '@/portal/jsonRoute'
import { findByContact, receiptByToken } from '@/portal/tracking'

export const dynamic = 'force-dynamic'

export const POST = (request: Request) =>
  jsonPost(request, async (body, { address }) => {
    const input = typeof body === 'object' && body !== null ? body : {}
    const found = await findByContact(
      {
        reference: 'reference' in input ? input.reference : '',
        contact: 'contact' in input ? input.contact : '',
      },
      address,
    )
    if (found.status === 429) return tooMany(request, found.retryAfterSeconds)
    const receipt = found.status === 200 ? await receiptByToken(found.token) : null
    return receipt ? json(200, receipt) : notFound(request)
  })
