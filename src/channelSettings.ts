import { z } from 'zod'
import { TEMPLATE_KEYS } from '@/domain/notifications'
import { isWebAddress } from '@/outbound'

/** The settings of services that carry texts to phones: each service is set whole, or not at all. */

const TOGETHER = {
  SMS: ['SMS_ACCOUNT', 'SMS_TOKEN', 'SMS_FROM'],
  WHATSAPP: [
    'WHATSAPP_PHONE_NUMBER_ID',
    'WHATSAPP_TOKEN',
    'WHATSAPP_APP_SECRET',
    'WHATSAPP_VERIFY_TOKEN',
    'WHATSAPP_TEMPLATES',
  ],
} as const
type Service = keyof typeof TOGETHER

const leftOut = (service: Service) =>
  `leave out every ${service}_ setting for no ${service === 'SMS' ? 'text messages' : 'messages by WhatsApp'}`

const matching = (service: Service, pattern: RegExp, what: string) =>
  z
    .string()
    .refine((text) => pattern.test(text), { error: `must be ${what}; ${leftOut(service)}` })
    .optional()

const secret = (service: Service) =>
  matching(service, /^[\x21-\x7e]{8,1000}$/, 'at least 8 characters without blanks')

const webAddress = (standard: string, service: Service) =>
  z
    .string()
    .default(standard)
    .refine(isWebAddress, {
      error: `must be an address that begins with https:// or http://, without a password in it; ${leftOut(service)}`,
    })
    .transform((text) => text.replace(/\/+$/, ''))

/** `accuse_reception=demande_recue,…`: which template of the house is which approved one of Meta's. */
function templateNames(list: string): Partial<Record<string, string>> | null {
  const pairs = list.split(',').map((pair) => pair.split('=').map((word) => word.trim()))
  const known: readonly string[] = TEMPLATE_KEYS
  const good = pairs.every(
    ([key = '', name = '', ...more]) =>
      known.includes(key) && /^[a-z0-9_]{1,512}$/.test(name) && more.length === 0,
  )
  return good ? Object.fromEntries(pairs) : null
}

export const channelShape = {
  SMS_API_URL: webAddress('https://api.twilio.com', 'SMS'),
  SMS_ACCOUNT: matching('SMS', /^[\w-]{1,64}$/, 'the account’s identifier, such as AC…'),
  SMS_TOKEN: secret('SMS'),
  SMS_FROM: matching(
    'SMS',
    /^(\+\d{7,15}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}|MG[0-9a-f]{32})$/,
    'a number such as +242066123456, a name of at most 11 letters, or a messaging service (MG…)',
  ),
  WHATSAPP_API_URL: webAddress('https://graph.facebook.com/v26.0', 'WHATSAPP'),
  WHATSAPP_PHONE_NUMBER_ID: matching(
    'WHATSAPP',
    /^\d{5,25}$/,
    'the number’s identifier at Meta, digits only',
  ),
  WHATSAPP_TOKEN: secret('WHATSAPP'),
  WHATSAPP_APP_SECRET: secret('WHATSAPP'),
  WHATSAPP_VERIFY_TOKEN: secret('WHATSAPP'),
  WHATSAPP_TEMPLATES: z
    .string()
    .refine((list) => templateNames(list) !== null, {
      error: `must be pairs such as accuse_reception=demande_recue,confirmation=confirmee; ${leftOut('WHATSAPP')}`,
    })
    .optional(),
}

type Values = z.output<z.ZodObject<typeof channelShape>>

/** What is wrong with services that are set in part: the name of each missing setting. */
export function missingParts(values: Values): { name: string; message: string }[] {
  // as: keys of an object literal of this file.
  return (Object.keys(TOGETHER) as Service[]).flatMap((service) => {
    const missing = TOGETHER[service].filter((name) => !values[name])
    if (missing.length === TOGETHER[service].length) return []
    const message = `must be set with the others; ${leftOut(service)}`
    return missing.map((name) => ({ name, message }))
  })
}

/** Null where a service is not set: then nothing shows that it could be. */
export function channelSettings(values: Values) {
  return { sms: smsOf(values), whatsappApi: whatsappOf(values) }
}

function smsOf({ SMS_API_URL: apiUrl, SMS_ACCOUNT: account, SMS_TOKEN: token, ...more }: Values) {
  const { SMS_FROM: from } = more
  return account && token && from ? { apiUrl, account, token, from } : null
}

function whatsappOf({ WHATSAPP_API_URL: apiUrl, WHATSAPP_TOKEN: token, ...more }: Values) {
  const { WHATSAPP_PHONE_NUMBER_ID: phoneNumberId, WHATSAPP_APP_SECRET: appSecret } = more
  const { WHATSAPP_VERIFY_TOKEN: verifyToken, WHATSAPP_TEMPLATES: list } = more
  if (!phoneNumberId || !token || !appSecret || !verifyToken || !list) return null
  const templates = templateNames(list) ?? {}
  return { apiUrl, phoneNumberId, token, appSecret, verifyToken, templates }
}
