import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { normalEmail } from '@/domain/emailAddress'
import { askForMail } from '@/messaging/mailRequests'
import { localeOf } from '@/refusal'

/**
 * Instead of Payload's own: the same answer, in the same time, for known and unknown accounts. The
 * worker finds out whose it is.
 */
export const askForPassword: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const locale = localeOf(req)
    const email = normalEmail(req.data?.email)
    const wait = await askForMail(req.payload, { kind: 'mot_de_passe', email, locale })
    if (wait === 0) return Response.json({ message: req.t('general:success') })
    const minutes = Math.ceil(wait / 60)
    const message =
      locale === 'fr'
        ? `Trop de demandes : réessayez dans ${minutes} min.`
        : `Too many requests: try again in ${minutes} min.`
    return Response.json(
      { errors: [{ message }] },
      { status: 429, headers: { 'Retry-After': String(wait) } },
    )
  },
}
