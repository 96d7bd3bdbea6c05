import { z } from 'zod'
import { isEmail } from './emailAddress'
import { toE164 } from './phone'
import { localeIn, LONGEST_NOTE, orderFault, REQUEST_FAULTS, sentences } from './requestFaults'
import { KINDS, type Kind, type Locale } from './status'
import { typedText } from './typedText'
import type { FieldError } from './view'
import { isDay } from './zone'

/** What a valid request is. Every wrong field is told at once, in the request's language. */

export type Contact = { name: string; phone: string; email: string | null }

export type BookingRequest = {
  requestKey: string
  property: number | string
  client: Contact
  note: string | null
  locale: Locale
} & (
  | { kind: 'sejour'; startsAt: string; endsAt: string }
  | { kind: Exclude<Kind, 'sejour'>; startsAt: Date; endsAt: Date | null }
)

const LARGEST_ID = 2_147_483_647

const nameField = z
  .string({ error: 'name' })
  .transform((text) => typedText(text).replace(/\s+/g, ' '))
  .refine((text) => text.length >= 2 && text.length <= 120, { error: 'name' })

const phoneField = (country: string) =>
  z.string({ error: 'phone' }).transform((text, context) => {
    const phone = text.length <= 40 ? toE164(text, country) : null
    if (phone) return phone
    const digits = text.replace(/\D/g, '')
    const lostZero = country === 'CG' && /^(00)?(242)?[1456]\d{7}$/.test(digits)
    context.addIssue({ code: 'custom', message: lostZero ? 'phoneZero' : 'phone' })
    return z.NEVER
  })

const emailField = z
  .string({ error: 'email' })
  .nullish()
  .transform((text) => text?.trim() || null)
  .refine((text) => text === null || isEmail(text), { error: 'email' })

const noteField = z
  .string({ error: 'note' })
  .nullish()
  .transform((text) => (text ? typedText(text) || null : null))
  .refine((text) => text === null || [...text].length <= LONGEST_NOTE, { error: 'note' })

const INSTANT =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/

export const instantField = z.string({ error: 'instant' }).transform((text, context) => {
  const [, day = ''] = INSTANT.exec(text) ?? []
  const instant = new Date(text)
  if (isDay(day) && !Number.isNaN(instant.getTime())) return instant
  context.addIssue({ code: 'custom', message: 'instant' })
  return z.NEVER
})

export const dayField = z.string({ error: 'day' }).refine(isDay, { error: 'day' })

// Each rule names the fault: zod tells the rule of one member when the others fail by type.
export const propertyField = z.union(
  [
    z.number().int({ error: 'property' }).min(1, 'property').max(LARGEST_ID, 'property'),
    z
      .string()
      .regex(/^[1-9]\d{0,8}$/, 'property')
      .transform(Number),
    z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'property')
      .max(200, 'property'),
  ],
  { error: 'property' },
)

const contactSchema = (country: string) =>
  z.object({ name: nameField, phone: phoneField(country), email: emailField }, { error: 'name' })

const consentField = z.literal(true, { error: 'consent' })

const common = (country: string) => ({
  requestKey: z
    .string({ error: 'requestKey' })
    .regex(/^[A-Za-z0-9_-]{8,100}$/, { error: 'requestKey' }),
  property: propertyField,
  client: contactSchema(country),
  note: noteField,
  locale: z.enum(['fr', 'en'], { error: 'locale' }).default('fr'),
  consent: consentField,
})

const APPOINTMENTS = ['visite', 'location', 'achat'] as const

const appointmentSchema = (country: string) =>
  z.object({
    ...common(country),
    kind: z.enum(APPOINTMENTS, { error: 'kind' }),
    startsAt: instantField,
    endsAt: instantField.nullish().transform((end) => end ?? null),
  })

const staySchema = (country: string) =>
  z.object({
    ...common(country),
    kind: z.literal('sejour', { error: 'kind' }),
    startsAt: dayField,
    endsAt: dayField,
  })

type Schemas = {
  appointment: ReturnType<typeof appointmentSchema>
  stay: ReturnType<typeof staySchema>
}
const made = new Map<string, Schemas>()

/** A country's schemas, made once: zod compiles each schema it is given. */
function schemasOf(country: string) {
  const schemas = made.get(country) ?? {
    appointment: appointmentSchema(country),
    stay: staySchema(country),
  }
  made.set(country, schemas)
  return schemas
}

/** Reads the body of a request, whatever it is. `country` (ISO 3166-1) reads national numbers. */
export function parseRequest(
  body: unknown,
  context: { country: string },
): { request: BookingRequest } | { errors: FieldError[] } {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { errors: [{ path: '', message: REQUEST_FAULTS.body.fr }] }
  const locale = localeIn(body)
  const kind = 'kind' in body ? body.kind : undefined
  const isStay = kind === 'sejour'
  // A missing `client` must name each of its fields, not itself.
  const given = { ...body, client: 'client' in body ? (body.client ?? {}) : {} }
  const whole =
    typeof given.client === 'object' && !Array.isArray(given.client)
      ? given
      : { ...given, client: {} }
  const parsed = isStay
    ? schemasOf(context.country).stay.safeParse(whole)
    : schemasOf(context.country).appointment.safeParse(whole)
  const errors = [
    ...(parsed.success ? [] : sentences(parsed.error, locale, context.country)),
    ...orderFault('startsAt' in body && body.startsAt, 'endsAt' in body && body.endsAt, locale),
  ]
  if (!parsed.success || errors.length > 0) return { errors }
  const { consent, ...request } = parsed.data
  return { request }
}

/** The contact step of the funnel alone, by the same rules and with the same paths. */
export function parseContact(
  body: unknown,
  context: { country: string; locale: Locale },
): { contact: Contact; note: string | null } | { errors: FieldError[] } {
  const input = typeof body === 'object' && body !== null ? body : {}
  const parsed = z
    .object({ client: contactSchema(context.country), note: noteField, consent: consentField })
    .safeParse({ client: {}, ...input })
  if (!parsed.success) return { errors: sentences(parsed.error, context.locale, context.country) }
  return { contact: parsed.data.client, note: parsed.data.note }
}

export const isKind = (text: unknown): text is Kind => KINDS.some((kind) => kind === text)

/** What may be sent, for the description that programs read. */
export const requestShape = (country: string) =>
  z.union([appointmentSchema(country), staySchema(country)])
