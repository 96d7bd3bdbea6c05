import { inTransaction } from '@/database'
import { takeReport } from '@/messaging/bounces'
import { isOurWebhook } from '@/secrets'
import { readBytes, TooLarge } from './jsonRoute'
import { portalPayload } from './payload'

const LARGEST = 1024 * 1024
/** An older signature may have been copied from a log. */
const PATIENCE = 5 * 60_000

type Answer = { status: 200; body: { known: number } } | { status: 400 | 401 | 413; reason: string }

/**
 * A delivery report from the mail server, signed: `X-SCIM-Signature: t=SECONDS,v1=HEX`, the HMAC
 * of `SECONDS.BODY` with the secret that `npm run webhook-secret` prints.
 */
export async function takeBounce(request: Request, now: Date): Promise<Answer> {
  const body = await readBytes(request, LARGEST).catch(whenTooLarge)
  if (!body) return { status: 413, reason: 'The report is larger than 1 MB.' }
  const signature = request.headers.get('x-scim-signature') ?? ''
  const [, seconds = '', mac = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature) ?? []
  const age = Math.abs(now.getTime() - Number(seconds) * 1000)
  if (!mac || age > PATIENCE || !isOurWebhook(seconds, body, mac))
    return { status: 401, reason: 'The signature is missing, wrong or too old.' }
  const raw = rawReport(body, request.headers.get('content-type') ?? '')
  if (!raw) return { status: 400, reason: 'Send message/rfc822, or JSON as {"raw": "…"}.' }
  const payload = await portalPayload()
  const known = await inTransaction(payload, {}, (req) => takeReport(req, raw))
  return { status: 200, body: { known } }
}

function whenTooLarge(error: unknown): null {
  if (error instanceof TooLarge) return null
  throw error
}

function rawReport(body: Buffer, contentType: string): Buffer | string | null {
  if (!contentType.toLowerCase().includes('json')) return body.byteLength > 0 ? body : null
  try {
    const parsed: unknown = JSON.parse(body.toString())
    return typeof parsed === 'object' && parsed !== null && 'raw' in parsed
      ? String(parsed.raw)
      : null
  } catch {
    return null // What cannot be read is refused, in the caller's words.
  }
}
