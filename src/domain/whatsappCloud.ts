import { z } from 'zod'
import {
  deliveryNumber,
  retryAfterSeconds,
  withoutPhones,
  type Answered,
  type ChannelOutcome,
  type ChannelReport,
  type PhoneNotice,
} from './channel'

/**
 * The WhatsApp Business Cloud API (developers.facebook.com/documentation/business-messaging/whatsapp).
 * A business may begin a conversation only with a template that Meta has approved.
 */

export type CloudTemplate = { name: string; language: string; parameters: string[] }

/** These speak of the promised time, the others of when the reservation takes place. */
const OF_DEADLINE = ['accuse_reception', 'retard_client']

/**
 * The body's parameters, the same for every template: {{1}} the reference, {{2}} the promised time or
 * when the reservation takes place, {{3}} the client's page. Line breaks and tabs are refused in them.
 */
export function cloudTemplate(name: string, notice: PhoneNotice): CloudTemplate {
  const second = OF_DEADLINE.includes(notice.template) ? notice.deadline : notice.when
  const parameters = [notice.reference, second, notice.link]
  return {
    name,
    language: notice.locale,
    parameters: parameters.map((text) => text.replace(/\s+/g, ' ').trim()),
  }
}

const frozen = z.object({
  name: z.string(),
  language: z.string(),
  parameters: z.array(z.string()),
})

/** The template as its row keeps it. @throws for a row that nobody here has written */
export const readTemplate = (content: string): CloudTemplate => frozen.parse(JSON.parse(content))

/** The same for people to read: 'demande_recue (fr) : RSV-… · 14 h 32 · https://…'. */
export function templateInWords(content: string): string {
  const { name, language, parameters } = readTemplate(content)
  return `${name} (${language}) : ${parameters.join(' · ')}`
}

/** @param delivery comes back in every status, whatever became of our call */
export function templateBody(to: string, template: CloudTemplate, delivery: number): string {
  return JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: to.replace(/\D/g, ''),
    type: 'template',
    template: {
      name: template.name,
      language: { code: template.language },
      components: [
        {
          type: 'body',
          parameters: template.parameters.map((text) => ({ type: 'text', text })),
        },
      ],
    },
    biz_opaque_callback_data: String(delivery),
  })
}

const accepted = z.object({
  messages: z
    .array(z.object({ id: z.string().min(1).max(500), message_status: z.string().optional() }))
    .min(1),
})
const refusal = z.object({
  error: z.object({
    code: z.number().int(),
    message: z.string().default(''),
    error_data: z.object({ details: z.string().default('') }).optional(),
  }),
})

/**
 * Codes after which the very same message may pass later: Meta's trouble, a limit, or what the
 * agency must put right (token, permission, payment, registration). All others are about this message.
 */
const LATER = new Set([
  0, 1, 2, 3, 4, 10, 190, 368, 80007, 130429, 131000, 131005, 131016, 131031, 131042, 131045,
  131048, 131056, 131057, 133004, 133010,
])
const isPermission = (code: number) => code >= 200 && code <= 299

export function readCloudAnswer({ status, text, retryAfter }: Answered, now: Date): ChannelOutcome {
  let json: unknown = null
  try {
    json = JSON.parse(text)
  } catch {
    // No JSON: told apart below by the status.
  }
  if (status >= 200 && status < 300) {
    const [message] = accepted.safeParse(json).data?.messages ?? []
    if (!message) return { kind: 'unknown', cause: 'illisible' }
    const answer = `${status} ${message.message_status ?? 'accepted'}`
    return { kind: 'accepted', providerId: message.id, answer }
  }
  const waitSeconds = retryAfterSeconds(retryAfter, now)
  const told = refusal.safeParse(json).data?.error
  if (!told) {
    if (status === 502 || status === 504) return { kind: 'unknown', cause: `HTTP ${status}` }
    return { kind: 'refused', answer: `HTTP ${status}`, permanent: false, waitSeconds }
  }
  const words = withoutPhones(told.error_data?.details || told.message)
  return {
    kind: 'refused',
    answer: `${status} ${told.code} ${words}`.trim(),
    permanent:
      status >= 400 &&
      status < 500 &&
      status !== 429 &&
      !LATER.has(told.code) &&
      !isPermission(told.code),
    waitSeconds,
  }
}

const KINDS = new Map<string, ChannelReport['kind']>([
  ['sent', 'partie'],
  ['delivered', 'remise'],
  ['read', 'lue'],
  ['failed', 'non_remise'],
])

const statusShape = z.object({
  id: z.string().min(1).max(500),
  status: z.string(),
  timestamp: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional(),
  recipient_id: z.string().default(''),
  biz_opaque_callback_data: z.string().optional(),
  errors: z
    .array(
      z.object({
        code: z.number().int(),
        title: z.string().default(''),
        error_data: z.object({ details: z.string().default('') }).optional(),
      }),
    )
    .optional(),
})
const notification = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(
    z.object({
      changes: z.array(
        z.object({
          value: z.object({
            metadata: z.object({ phone_number_id: z.string() }),
            statuses: z.array(z.unknown()).optional(),
          }),
        }),
      ),
    }),
  ),
})

/**
 * The statuses of messages that our number sent; null for what is no notification. A status that
 * cannot be read, or says what we do not know, takes none of the others with it.
 */
export function readStatuses(body: string, phoneNumberId: string): ChannelReport[] | null {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return null // No JSON is no notification.
  }
  const read = notification.safeParse(json)
  if (!read.success) return null
  return read.data.entry
    .flatMap(({ changes }) => changes)
    .filter(({ value }) => value.metadata.phone_number_id === phoneNumberId)
    .flatMap(({ value }) => value.statuses ?? [])
    .flatMap((given) => {
      const { data } = statusShape.safeParse(given)
      const kind = data && KINDS.get(data.status)
      return data && kind ? [reportOf(data, kind)] : []
    })
}

function reportOf(
  { id, timestamp, recipient_id, biz_opaque_callback_data, errors }: z.output<typeof statusShape>,
  kind: ChannelReport['kind'],
): ChannelReport {
  const [error] = errors ?? []
  const words = error && withoutPhones(error.error_data?.details || error.title)
  return {
    kind,
    providerId: id,
    delivery: deliveryNumber(biz_opaque_callback_data),
    to: recipient_id,
    at: timestamp ? new Date(Number(timestamp) * 1000) : null,
    detail: kind === 'non_remise' && error ? `${error.code} ${words}`.trim() : null,
  }
}
