import { z } from 'zod'
import {
  retryAfterSeconds,
  withoutPhones,
  type Answered,
  type ChannelOutcome,
  type ChannelReport,
} from './channel'

/**
 * The protocol of an SMS gateway: Twilio's Message resource and its status callbacks
 * (twilio.com/docs/messaging/api/message-resource), which other gateways speak as well.
 */

export const messagesPath = (account: string) =>
  `/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`

/** @param from a number (E.164), a sender's name, or a messaging service (`MG…`) */
export function messageForm(message: {
  to: string
  from: string
  text: string
  callback: string
}): string {
  const sender = /^MG[0-9a-f]{32}$/.test(message.from) ? 'MessagingServiceSid' : 'From'
  return new URLSearchParams({
    To: message.to,
    [sender]: message.from,
    Body: message.text,
    StatusCallback: message.callback,
  }).toString()
}

const created = z.object({ sid: z.string().min(1).max(64), status: z.string().max(40) })
const fault = z.object({ code: z.number().int(), message: z.string().default('') })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null // No JSON: the caller says what that means.
  }
}

/**
 * What the gateway's answer means. Its codes change (its own advice is to decide nothing by them), so
 * the HTTP status decides, and the code is kept for people to read.
 */
export function readSendAnswer({ status, text, retryAfter }: Answered, now: Date): ChannelOutcome {
  const json = parsed(text)
  if (status >= 200 && status < 300) {
    const message = created.safeParse(json)
    if (!message.success) return { kind: 'unknown', cause: 'illisible' }
    const { sid, status: state } = message.data
    return state === 'failed' || state === 'undelivered' || state === 'canceled'
      ? { kind: 'refused', answer: `${status} ${state}`, permanent: true }
      : { kind: 'accepted', providerId: sid, answer: `${status} ${state}` }
  }
  const told = fault.safeParse(json)
  const answer = told.success
    ? `${status} ${told.data.code} ${withoutPhones(told.data.message)}`.trim()
    : `HTTP ${status}`
  // A gateway's gateway: whether it had passed the request on, nobody knows.
  if (status === 502 || status === 504) return { kind: 'unknown', cause: `HTTP ${status}` }
  return {
    kind: 'refused',
    answer,
    // Wrong credentials (401, 403, 404) are the operator's to correct: the text waits for it.
    permanent: told.success && (status === 400 || status === 422),
    waitSeconds: retryAfterSeconds(retryAfter, now),
  }
}

const KINDS = new Map<string, ChannelReport['kind']>([
  ['sent', 'partie'],
  ['delivered', 'remise'],
  ['read', 'lue'],
  ['failed', 'non_remise'],
  ['undelivered', 'non_remise'],
])

/** @param delivery which row the callback's address names */
export function readStatusForm(
  form: URLSearchParams,
  delivery: number | null,
): ChannelReport | null {
  const kind = KINDS.get(form.get('MessageStatus') ?? '')
  const providerId = form.get('MessageSid') ?? ''
  if (!kind || !providerId || providerId.length > 64) return null
  const code = form.get('ErrorCode')
  const words = withoutPhones(form.get('ErrorMessage') ?? '')
  const detail = kind === 'non_remise' ? [code, words].filter(Boolean).join(' ') || null : null
  return { kind, providerId, delivery, to: form.get('To') ?? '', at: null, detail }
}

/**
 * What the gateway signs (HMAC-SHA1, base64, `X-Twilio-Signature`): the whole address it was given,
 * then each parameter's name and value, by name.
 */
export function signedForm(address: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort()
  const said = names.flatMap((name) =>
    [...new Set(form.getAll(name))].sort().map((value) => `${name}${value}`),
  )
  return address + said.join('')
}
