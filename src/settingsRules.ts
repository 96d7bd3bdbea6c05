import { isIP } from 'node:net'
import { z } from 'zod'
import { channelSettings, channelShape, missingParts } from '@/channelSettings'
import { commandSettings, commandShape } from '@/commandSettings'
import { isCountry, toE164 } from '@/domain/phone'
import { loginUrlOf } from '@/loginUrl'

/** What each setting may be. `env.ts` alone reads them from the process. */

const isZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat
  } catch {
    return false // An unknown zone is the answer asked for, not a fault.
  }
}

function isAddressRange(range: string): boolean {
  const [network = '', bits = '0', ...more] = range.split('/')
  const family = isIP(network)
  const most = family === 4 ? 32 : 128
  return family > 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most
}

const wholeNumber = (from: number, to: number, standard: number) =>
  z
    .string()
    .default(String(standard))
    .refine((text) => /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `must be a whole number from ${from} to ${to}`,
    })
    .transform(Number)

const urlOf = (...protocols: string[]) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.some((p) => text.startsWith(`${p}//`)), {
      error: `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
      abort: true,
    })

/** Links and the origin of our own forms are made of it, so it is a host and nothing behind it. */
function isBase(text: string): boolean {
  const { origin, href } = new URL(text)
  return href === `${origin}/`
}

function originsOf(serverUrl: string): string[] {
  const { hostname, origin } = new URL(serverUrl)
  return hostname === 'localhost' ? [origin, origin.replace('localhost', '127.0.0.1')] : [origin]
}

/** As the OpenTelemetry specification writes headers: `name=value,name=value`, percent-encoded. */
const pairsOf = (list: string) =>
  list
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map(
      (pair) =>
        /^\s*([\w-]+)\s*=\s*((?:%[2-7][0-9a-f]|[\w!#$&'*+.^`|~/:=-])*)\s*$/i.exec(pair)?.slice(1) ??
        [],
    )

const emailAddress = z.email({ error: 'must be an e-mail address, such as contact@example.com' })

/** What holds where an optional setting is left out: whoever wrote a wrong one reads the way back. */
const LEFT_OUT: Record<string, string> = {
  DATABASE_URL: 'a PostgreSQL of its own, under .data',
  SERVER_URL: 'http://localhost and the port',
  PORT: '3000',
  SMTP_URL: 'no e-mail: messages wait, and can be read on the pages',
  MAIL_FROM: 'the address of SCIM_CONTACT_EMAIL',
  SCIM_WHATSAPP_PHONE: 'no WhatsApp',
  SCIM_RESERVATION_SLA_MINUTES: '30',
  SCIM_HOLD_HOURS: '24',
  SCIM_TIME_ZONE: 'Africa/Brazzaville',
  SCIM_COUNTRY: 'CG',
  SCIM_WORKER: 'inline',
  SCIM_DRAIN_SECONDS: '0',
  METRICS_TOKEN: 'no /metrics',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'no traces',
  OTEL_EXPORTER_OTLP_HEADERS: 'no headers',
  TRUSTED_PROXIES: 'no proxy',
}

const fields = z
  .object({
    DATABASE_URL: loginUrlOf('postgres:', 'postgresql:').optional(),
    PAYLOAD_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    SERVER_URL: urlOf('http:', 'https:')
      .refine(isBase, {
        error:
          'must be an address without path or password, such as https://reservations.example.com',
      })
      .optional(),
    PORT: wholeNumber(1, 65535, 3000),
    SMTP_URL: loginUrlOf('smtp:', 'smtps:')
      .refine((text) => new URL(text).hostname !== '', { error: 'must name the mail server' })
      .optional(),
    MAIL_FROM: emailAddress.optional(),
    SCIM_CONTACT_EMAIL: emailAddress.optional(),
    SCIM_WHATSAPP_PHONE: z.string().optional(),
    SCIM_RESERVATION_SLA_MINUTES: wholeNumber(1, 10_080, 30),
    SCIM_HOLD_HOURS: wholeNumber(1, 720, 24),
    SCIM_TIME_ZONE: z
      .string()
      .default('Africa/Brazzaville')
      .refine(isZone, { error: 'must be an IANA time zone, such as Africa/Brazzaville' }),
    SCIM_COUNTRY: z.string().default('CG').refine(isCountry, {
      error: 'must be an ISO 3166 country code of two capitals, such as CG',
    }),
    SCIM_WORKER: z
      .enum(['inline', 'off'], { error: 'must be "inline" or "off"' })
      .default('inline'),
    OTEL_EXPORTER_OTLP_ENDPOINT: urlOf('http:', 'https:').optional(),
    OTEL_EXPORTER_OTLP_HEADERS: z
      .string()
      .default('')
      .refine((list) => pairsOf(list).every((pair) => pair.length === 2), {
        error: 'must be name=value pairs, separated by commas',
      }),
    OTEL_SERVICE_NAME: z.string().default('scim-reservation'),
    SCIM_DRAIN_SECONDS: wholeNumber(0, 30, 0),
    METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((range) => range.trim())
          .filter(Boolean),
      )
      .refine((ranges) => ranges.every(isAddressRange), {
        error: 'must be addresses or CIDR ranges, separated by commas',
      }),
    ...channelShape,
    ...commandShape,
  })
  .superRefine((values, context) => {
    for (const { name, message } of missingParts(values))
      context.addIssue({ code: 'custom', path: [name], message })
  })

/** The name of every setting there is. */
export const SETTING_NAMES = Object.keys(fields.shape)

const schema = fields.transform((values) => {
  const contactEmail = values.SCIM_CONTACT_EMAIL ?? 'contact@scim.example'
  const serverUrl = (values.SERVER_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, '')
  return {
    databaseUrl: values.DATABASE_URL,
    payloadSecret: values.PAYLOAD_SECRET,
    serverUrl,
    /** Where our own pages may post from; a browser on this machine may say 127.0.0.1. */
    origins: originsOf(serverUrl),
    port: values.PORT,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? contactEmail,
    contactEmail,
    /** E.164, or null: then no WhatsApp link exists anywhere. */
    whatsappPhone: values.SCIM_WHATSAPP_PHONE
      ? toE164(values.SCIM_WHATSAPP_PHONE, values.SCIM_COUNTRY)
      : null,
    slaMinutes: values.SCIM_RESERVATION_SLA_MINUTES,
    holdHours: values.SCIM_HOLD_HOURS,
    timeZone: values.SCIM_TIME_ZONE,
    country: values.SCIM_COUNTRY,
    worker: values.SCIM_WORKER,
    /** How long a server that was asked to stop still takes requests, so that a proxy notices. */
    drainSeconds: values.SCIM_DRAIN_SECONDS,
    trustedProxies: values.TRUSTED_PROXIES,
    metricsToken: values.METRICS_TOKEN,
    /** Where traces go; null: nowhere. */
    traces: values.OTEL_EXPORTER_OTLP_ENDPOINT
      ? {
          endpoint: `${values.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/+$/, '')}/v1/traces`,
          headers: Object.fromEntries(
            pairsOf(values.OTEL_EXPORTER_OTLP_HEADERS).map(([name = '', value = '']) => [
              name,
              decodeURIComponent(value),
            ]),
          ),
          service: values.OTEL_SERVICE_NAME,
        }
      : null,
    ...channelSettings(values),
    ...commandSettings(values),
  }
})

export type Settings = z.output<typeof schema>
export type SettingName =
  'DATABASE_URL' | 'PAYLOAD_SECRET' | 'SCIM_CONTACT_EMAIL' | 'SERVER_URL' | 'SMTP_URL'

const problemOf = (name: string, message: string) =>
  `${name}: ${message}${name in LEFT_OUT ? `; leave it out for ${LEFT_OUT[name]}` : ''}`

/** Apart from the rest, for it needs the country, and is told even when others are wrong. */
function wrongPhone({
  SCIM_WHATSAPP_PHONE: phone,
  SCIM_COUNTRY: country = 'CG',
}: Record<string, string | undefined>): string[] {
  if (phone === undefined || toE164(phone, country)) return []
  return [
    problemOf(
      'SCIM_WHATSAPP_PHONE',
      'must be a phone number, such as 06 612 34 56 or +242 06 612 34 56',
    ),
  ]
}

/**
 * Settings from environment variables; an empty variable counts as unset.
 * @param required names that may not be unset in this process
 * @returns the settings, or one sentence per wrong name
 */
export function readSettings(
  source: Record<string, string | undefined>,
  required: readonly SettingName[] = [],
): { settings: Settings } | { problems: string[] } {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const missing = required
    .filter((name) => !(name in given))
    .map((name) => `${name}: must be set, see .env.example`)
  const parsed = schema.safeParse(given)
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map((issue) => problemOf(issue.path.join('.'), issue.message))
  const problems = [...missing, ...wrong, ...wrongPhone(given)]
  return parsed.success && problems.length === 0 ? { settings: parsed.data } : { problems }
}
