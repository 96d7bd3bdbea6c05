import { createHmac } from 'node:crypto'
import { POST as smsRoute } from '@/app/(portal)/api/messages/sms/route'
import { POST as whatsappRoute } from '@/app/(portal)/api/messages/whatsapp/route'
import { env } from '@/env'
import type { Settings } from '@/settingsRules'
import { sendToPhones } from '@/worker/sendToPhones'
import { house } from './house'
import { rows } from './sql'
import { answers, aWebServer } from './webServer'

/** Providers that carry texts to phones, as their documents say they answer. */

export const ACCOUNT = 'AC0123456789abcdef0123456789abcdef'
export const TOKEN = 'auth-token-of-the-gateway'

/** Sets which channels exist in this process; null is a setting left out. */
export function channelsSet(channels: Partial<Pick<Settings, 'sms' | 'whatsappApi'>>): void {
  Object.assign(env, { sms: null, whatsappApi: null }, channels)
}

export const smsAt = (apiUrl: string) => ({
  apiUrl,
  account: ACCOUNT,
  token: TOKEN,
  from: 'SCIM',
})

let sids = 0
const nextSid = () => `SM${String((sids += 1)).padStart(32, '0')}`

/** 201 with the resource, as for a message just queued. */
export const takesTexts: Parameters<typeof aWebServer>[0] = (request, response) => {
  const form = new URLSearchParams(request.body)
  const resource = { sid: nextSid(), status: 'queued', to: form.get('To'), error_code: null }
  response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify(resource))
}

export const refusesTexts = (status: number, code: number, message: string, headers = {}) =>
  answers(status, JSON.stringify({ code, message, more_info: 'https://…', status }), headers)

/** Writes the answer, but the line is cut before it is out. */
export const cutsAfterAcceptance: Parameters<typeof aWebServer>[0] = (_request, response) => {
  response.writeHead(201, { 'Content-Length': '500' })
  response.write('{"sid":"SM')
  response.destroy()
}

/** All that is due, as one round of one worker does. */
export const sendTexts = async () => sendToPhones(await house())

export type Delivery = {
  id: number
  channel: string
  template: string
  recipient: string
  content: string
  state: string
  attempts: number
  provider_id: string | null
  answer: string | null
  unknown_outcome: boolean
  /** Seconds from now. */
  wait: number | null
  facts: string
}

/** What goes to the phone about a reservation, in the order it was written. */
export const deliveriesOf = (reservation: number) =>
  rows<Delivery>(
    `select id, channel, template, recipient, content, state, attempts::int, provider_id, answer,
       unknown_outcome, extract(epoch from next_attempt_at - now())::int as wait,
       concat_ws(' ', case when accepted_at is not null then 'accepted' end,
         case when sent_at is not null then 'sent' end,
         case when delivered_at is not null then 'delivered' end,
         case when read_at is not null then 'read' end,
         case when failed_at is not null then 'failed' end,
         case when withdrawn_at is not null then 'withdrawn' end) as facts
     from channel_deliveries where reservation_id = $1 order by id`,
    [reservation],
  )

export async function deliveryOf(reservation: number, template = 'accuse_reception') {
  const found = await deliveriesOf(reservation)
  const one = found.filter((delivery) => delivery.template === template).at(-1)
  if (!one) throw new Error(`nothing goes to the phone for ${template}`)
  return one
}

/** The ledger of a text: kind, attempt and detail of each entry. */
export const eventsOf = async (delivery: number) =>
  (
    await rows<{ kind: string; attempt: number | null; detail: string | null }>(
      'select kind, attempt, detail from channel_events where delivery_id = $1 order by id',
      [delivery],
    )
  ).map(({ kind, attempt, detail }) => [kind, attempt, detail])

/** Everything waits for a later day, so that a test meets its own texts alone. */
export const postponeTexts = () =>
  rows(`update channel_deliveries set next_attempt_at = now() + interval '1 day'
        where state in ('a_envoyer', 'echouee')`)

export const textIsDue = (id: number) =>
  rows('update channel_deliveries set next_attempt_at = now() where id = $1', [id])

type Report = { id: number | string; form: Record<string, string>; token?: string }

/** A status callback, signed as the gateway's documents say. */
export async function reportText({ id, form, token = TOKEN }: Report) {
  const address = `http://localhost:3000/api/messages/sms?envoi=${id}`
  const said = Object.keys(form)
    .sort()
    .map((name) => `${name}${form[name]}`)
    .join('')
  const response = await smsRoute(
    new Request(address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Twilio-Signature': createHmac('sha1', token)
          .update(address + said)
          .digest('base64'),
      },
      body: new URLSearchParams(form),
    }),
  )
  return { status: response.status, body: await response.text() }
}

export const PHONE_NUMBER_ID = '106540352242922'
const APP_SECRET = 'secret-of-the-app-at-meta'
export const VERIFY_TOKEN = 'word-of-the-handshake'

export const whatsappAt = (apiUrl: string) => ({
  apiUrl,
  phoneNumberId: PHONE_NUMBER_ID,
  token: 'bearer-token-of-meta',
  appSecret: APP_SECRET,
  verifyToken: VERIFY_TOKEN,
  templates: { accuse_reception: 'demande_recue', confirmation: 'confirmee' },
})

let wamids = 0

/** 200 with the message's identifier, as for one just accepted. */
export const takesTemplates: Parameters<typeof aWebServer>[0] = (_request, response) => {
  const id = `wamid.${String((wamids += 1)).padStart(20, '0')}`
  const body = { messaging_product: 'whatsapp', messages: [{ id, message_status: 'accepted' }] }
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

export const refusesTemplates = (status: number, code: number, details: string) =>
  answers(
    status,
    JSON.stringify({ error: { code, message: `(#${code})`, error_data: { details } } }),
  )

/** A notification of statuses, signed as Meta's documents say. */
export async function notifyStatuses(
  statuses: object[],
  { secret = APP_SECRET, number = PHONE_NUMBER_ID } = {},
) {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '242066000000', phone_number_id: number },
    statuses,
  }
  const entry = [{ id: '1', changes: [{ field: 'messages', value }] }]
  return notify(JSON.stringify({ object: 'whatsapp_business_account', entry }), secret)
}

export async function notify(body: string, secret = APP_SECRET) {
  const mac = createHmac('sha256', secret).update(body).digest('hex')
  const response = await whatsappRoute(
    new Request('http://localhost:3000/api/messages/whatsapp', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Hub-Signature-256': `sha256=${mac}` },
      body,
    }),
  )
  return { status: response.status, body: await response.text() }
}
