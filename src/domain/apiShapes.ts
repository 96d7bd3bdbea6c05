import { z } from 'zod'
import { ACTORS, KINDS, REASONS, STATUSES } from './status'
import { MESSAGE_STATES } from './message'
import { PROMISE_STATES } from './promise'
import type { FieldError, MessageView, Period, Receipt, ReservationView, SlotView } from './view'
import { WEBHOOK_EVENTS, type ProgramView } from './webhook'

/** The shapes of our answers, for the description that programs read; held to the types of view.ts. */

const instant = z.iso.datetime()
/** An instant; of a stay, a day. */
const moment = z.union([instant, z.iso.date()])
const reason = z.enum(REASONS).nullable()
const status = z.enum(STATUSES)
const kind = z.enum(KINDS)
const property = z.object({ title: z.string(), slug: z.string(), district: z.string() })

const message: z.ZodType<MessageView> = z.object({
  at: instant,
  direction: z.enum(['sortant', 'entrant']),
  subject: z.string().nullable(),
  text: z.string(),
  state: z.enum(MESSAGE_STATES),
})

export const reservation: z.ZodType<ReservationView> = z.object({
  reference: z.string().regex(/^RSV-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  status,
  statusLabel: z.string(),
  kind,
  property,
  startsAt: moment,
  endsAt: moment,
  createdAt: instant,
  promise: z.object({
    respondBy: instant,
    respondedAt: instant.nullable(),
    state: z.enum(PROMISE_STATES),
  }),
  support: z.object({
    slaMinutes: z.int(),
    contactEmail: z.email(),
    whatsappUrl: z.url().nullable(),
  }),
  timeline: z.array(
    z.object({ at: instant, status, label: z.string(), actor: z.enum(ACTORS), reason }),
  ),
  messages: z.array(message),
})

export const receipt: z.ZodType<Receipt> = z.object({ reservation, trackingUrl: z.url() })

export const programView: z.ZodType<ProgramView> = z.object({
  reference: z.string(),
  status,
  statusReason: reason,
  kind,
  property,
  startsAt: moment,
  endsAt: moment,
  createdAt: instant,
  respondBy: instant,
  respondedAt: instant.nullable(),
})

export const webhookBody = z.object({
  id: z.uuid(),
  event: z.enum(WEBHOOK_EVENTS),
  at: instant,
  reservation: programView,
})

export const agenda = z.object({ reservations: z.array(programView) })

const slot: z.ZodType<SlotView> = z.object({ startsAt: moment, endsAt: moment, free: z.boolean() })
export const slots = z.object({ slots: z.array(slot) })

const fieldError: z.ZodType<FieldError> = z.object({ path: z.string(), message: z.string() })
export const refusal = z.object({ errors: z.array(fieldError).min(1) })

const period: z.ZodType<Period> = z.object({ startsAt: moment, endsAt: moment })
export const taken = z.object({
  errors: z.array(fieldError).min(1),
  alternatives: z.array(period).max(3),
})

const check = z.object({ status: z.enum(['ok', 'degraded', 'down']), detail: z.string() })
export const liveness = z.object({ status: z.enum(['ok', 'stopping']) })
export const readiness = z.object({
  status: z.enum(['ok', 'degraded', 'down']),
  checks: z.object({ database: check, migrations: check, worker: check, mail: check }),
})

/** Payload's own shapes, of which we promise these fields; it may add others. */
const page = <Doc extends z.ZodType>(doc: Doc) =>
  z.looseObject({ docs: z.array(doc), totalDocs: z.int(), page: z.int().optional() })

export const properties = page(
  z.looseObject({
    id: z.int(),
    title: z.string(),
    slug: z.string(),
    status: z.literal('publie'),
    kinds: z.array(kind),
    city: z.string(),
    district: z.string(),
    description: z.string(),
  }),
)

export const staffReservation = z.looseObject({
  id: z.int(),
  reference: z.string(),
  status,
  kind,
  startsAt: instant,
  endsAt: instant,
  respondBy: instant,
})
export const staffReservations = page(staffReservation)
export const decision = z.looseObject({ doc: staffReservation })
export const payloadRefusal = z.looseObject({
  errors: z.array(z.looseObject({ message: z.string() })).min(1),
})
export const login = z.looseObject({
  token: z.string().optional(),
  exp: z.int(),
  user: z.looseObject({ id: z.int(), email: z.email() }),
})
