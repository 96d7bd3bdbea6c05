import { inTransaction } from '@/database'
import { deliveryNumber, type ChannelName, type ChannelReport } from '@/domain/channel'
import { readStatusForm } from '@/domain/smsGateway'
import { readStatuses } from '@/domain/whatsappCloud'
import { env } from '@/env'
import { takeReports } from '@/messaging/channelReports'
import { isSignedBySms, smsCallback } from '@/messaging/smsChannel'
import { isSignedByMeta } from '@/messaging/whatsappChannel'
import { sameText } from '@/secrets'
import { json, readBytes, refused, TooLarge, type Answer } from './jsonRoute'
import { portalPayload } from './payload'

/** What providers report of texts to phones. A channel that is not set has no door. */

const LARGEST_FORM = 64 * 1024
/** What Meta says that a notification may be. */
const LARGEST_NOTIFICATION = 3 * 1024 * 1024

const absent = () => refused(404, [{ path: '', message: 'Not found.' }])
const unsigned = () => refused(401, [{ path: '', message: 'The signature is missing or wrong.' }])
const unreadable = () => refused(400, [{ path: '', message: 'This is no report of a message.' }])

async function bodyOf(request: Request, most: number): Promise<Buffer | Answer> {
  try {
    return await readBytes(request, most)
  } catch (error) {
    if (error instanceof TooLarge)
      return refused(413, [{ path: '', message: 'The report is too large.' }])
    throw error
  }
}

async function take(channel: ChannelName, apiUrl: string, reports: ChannelReport[]) {
  const by = new URL(apiUrl).hostname
  const known = await inTransaction(await portalPayload(), {}, (req) =>
    takeReports(req, channel, by, reports),
  )
  return json(200, { known })
}

/** `POST /api/messages/sms?envoi=ID`: a status callback, signed in `X-Twilio-Signature`. */
export async function takeSmsReport(request: Request): Promise<Answer> {
  const { sms } = env
  if (!sms) return absent()
  const body = await bodyOf(request, LARGEST_FORM)
  if (!Buffer.isBuffer(body)) return body
  const form = new URLSearchParams(body.toString())
  const id = new URL(request.url).searchParams.get('envoi') ?? ''
  const signature = request.headers.get('x-twilio-signature') ?? ''
  if (!isSignedBySms(sms, { address: smsCallback(id), form, signature })) return unsigned()
  const report = readStatusForm(form, deliveryNumber(id))
  // "queued" and its like are no news: a gateway that is refused would only ask again.
  return take('sms', sms.apiUrl, report ? [report] : [])
}

/** `GET /api/messages/whatsapp`: Meta asks whether this address is ours. */
export function answerHandshake(request: Request): Answer | Response {
  const { whatsappApi } = env
  if (!whatsappApi) return absent()
  const { searchParams } = new URL(request.url)
  const ours =
    searchParams.get('hub.mode') === 'subscribe' &&
    sameText(searchParams.get('hub.verify_token') ?? '', whatsappApi.verifyToken)
  const challenge = searchParams.get('hub.challenge') ?? ''
  if (!ours || !/^[\w-]{1,200}$/.test(challenge))
    return refused(403, [{ path: '', message: 'The verify token is wrong.' }])
  return new Response(challenge, {
    headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' },
  })
}

/** `POST /api/messages/whatsapp`: statuses, signed in `X-Hub-Signature-256`. */
export async function takeWhatsappReport(request: Request): Promise<Answer> {
  const { whatsappApi } = env
  if (!whatsappApi) return absent()
  const body = await bodyOf(request, LARGEST_NOTIFICATION)
  if (!Buffer.isBuffer(body)) return body
  const signature = request.headers.get('x-hub-signature-256') ?? ''
  if (!isSignedByMeta(whatsappApi, { body, signature })) return unsigned()
  const reports = readStatuses(body.toString(), whatsappApi.phoneNumberId)
  return reports ? take('whatsapp_api', whatsappApi.apiUrl, reports) : unreadable()
}
