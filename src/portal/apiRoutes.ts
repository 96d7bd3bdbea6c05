import { z } from 'zod'
import * as shape from '@/domain/apiShapes'

/** Every route that programs may rely on, with every answer it gives. */

/** `is`: the shape of a JSON answer, or the media type of any other. */
type Answer = { text: string; is?: z.ZodType | string }
type Query = { required: boolean; type: 'string'; format?: 'date'; enum?: string[] }

export type ApiRoute = {
  method: 'get' | 'post' | 'patch'
  path: string
  tag: 'public' | 'programs' | 'staff' | 'service'
  summary: string
  /** Any one of these; '' is none. */
  security?: ('key' | 'staff' | '')[]
  query?: Record<string, Query>
  body?: z.ZodType
  answers: Record<number, Answer>
}

const day = { required: true, type: 'string', format: 'date' } as const
const wrong = { text: 'Every wrong field at once.', is: shape.refusal }
const unknown = { text: 'Nothing there, or a revoked link: the same answer.', is: shape.refusal }
const often = { text: 'Too often; Retry-After says when again, in seconds.', is: shape.refusal }
const large = { text: 'Larger than 64 KB.', is: shape.refusal }
const noKey = { text: 'No key, or one that is worth nothing.', is: shape.refusal }
const otherKey = { text: 'The key is for something else.', is: shape.refusal }
const noPage = { text: 'No such page.', is: shape.payloadRefusal }
const nothing = { text: 'No such reservation.', is: shape.payloadRefusal }
const closed = { text: 'Not for whoever asks.', is: shape.payloadRefusal }

const TRACK = '/api/reservations/track/{token}'

export const apiRoutes = (request: z.ZodType): ApiRoute[] => [
  {
    method: 'get',
    path: '/api/properties',
    tag: 'public',
    summary: 'Published properties.',
    answers: { 200: { text: 'A page of them.', is: shape.properties }, 400: noPage },
  },
  {
    method: 'get',
    path: '/api/properties/{id}/slots',
    tag: 'public',
    summary: 'Slots of a property (id or slug), at most 62 days; its nights with kind=sejour.',
    query: {
      from: day,
      to: day,
      kind: { required: false, type: 'string', enum: ['visite', 'location', 'achat', 'sejour'] },
    },
    answers: {
      200: { text: 'Free and taken ones.', is: shape.slots },
      400: wrong,
      404: { text: 'No such property.', is: shape.refusal },
    },
  },
  {
    method: 'post',
    path: '/api/reservations/request',
    tag: 'public',
    summary: 'Books. The same requestKey with the same content gives the same answer again.',
    security: ['', 'key'],
    body: request,
    answers: {
      200: { text: 'Was booked before, with this key.', is: shape.receipt },
      201: { text: 'Booked: the place is held.', is: shape.receipt },
      400: wrong,
      401: noKey,
      403: otherKey,
      409: { text: 'Taken, also for this key from now on; what is free nearby.', is: shape.taken },
      413: large,
      422: { text: 'The key was used for another content.', is: shape.refusal },
      429: often,
    },
  },
  {
    method: 'post',
    path: '/api/reservations/track',
    tag: 'public',
    summary: 'Finds a reservation by its reference and the phone or e-mail of its client.',
    body: z.object({ reference: z.string(), contact: z.string() }),
    answers: {
      200: { text: 'Found.', is: shape.receipt },
      400: wrong,
      404: unknown,
      413: large,
      429: often,
    },
  },
  {
    method: 'get',
    path: TRACK,
    tag: 'public',
    summary: 'The reservation of a tracking link. Reading changes nothing.',
    answers: { 200: { text: 'As its client sees it.', is: shape.receipt }, 404: unknown },
  },
  {
    method: 'post',
    path: `${TRACK}/cancel`,
    tag: 'public',
    summary: 'The client cancels; twice is once.',
    body: z.object({ note: z.string().max(500).optional() }),
    answers: {
      200: { text: 'Cancelled.', is: shape.receipt },
      400: wrong,
      404: unknown,
      413: large,
    },
  },
  {
    method: 'post',
    path: `${TRACK}/messages`,
    tag: 'public',
    summary: 'The client writes.',
    body: z.object({ text: z.string().min(1).max(2000) }),
    answers: {
      201: { text: 'Kept.', is: shape.receipt },
      400: wrong,
      404: unknown,
      413: large,
      429: often,
    },
  },
  {
    method: 'get',
    path: `${TRACK}/calendar.ics`,
    tag: 'public',
    summary: 'The calendar entry of a confirmed reservation.',
    answers: { 200: { text: 'RFC 5545.', is: 'text/calendar' }, 404: unknown },
  },
  {
    method: 'get',
    path: '/calendriers/{file}',
    tag: 'programs',
    summary: 'A private calendar to subscribe to; its address is made in the panel.',
    answers: {
      200: { text: 'RFC 5545, with an ETag.', is: 'text/calendar' },
      304: { text: 'Nothing new.' },
      404: { text: 'No such address.', is: 'text/plain' },
    },
  },
  {
    method: 'get',
    path: '/api/reservations/agenda',
    tag: 'programs',
    summary: 'Held and confirmed reservations that touch these days, at most 62.',
    security: ['key'],
    query: { from: day, to: day },
    answers: {
      200: { text: 'The earliest first.', is: shape.agenda },
      400: wrong,
      401: noKey,
      403: otherKey,
      429: often,
    },
  },
  {
    method: 'post',
    path: '/api/users/login',
    tag: 'staff',
    summary: 'A session of the staff.',
    body: z.object({ email: z.email(), password: z.string(), code: z.string().optional() }),
    answers: {
      200: { text: 'Who it is, and until when (exp, Unix seconds).', is: shape.login },
      400: { text: 'No e-mail or no password.', is: shape.payloadRefusal },
      401: {
        text: 'Wrong, whatever was wrong. Where the password is right and the account enters in two steps, errors[0].data.code says what is missing: code_requis (send "code" too), code_refuse, facteur_a_etablir (in the panel, first).',
        is: shape.payloadRefusal,
      },
      429: { text: 'Too often.', is: shape.payloadRefusal },
    },
  },
  {
    method: 'get',
    path: '/api/reservations',
    tag: 'staff',
    summary: 'Reservations of whoever asks: all for admins, their own for owners.',
    security: ['staff'],
    answers: {
      200: { text: 'A page of them.', is: shape.staffReservations },
      400: noPage,
      403: closed,
    },
  },
  {
    method: 'get',
    path: '/api/reservations/{id}',
    tag: 'staff',
    summary: 'One of them.',
    security: ['staff'],
    answers: {
      200: { text: 'As it is.', is: shape.staffReservation },
      403: closed,
      404: nothing,
    },
  },
  {
    method: 'patch',
    path: '/api/reservations/{id}',
    tag: 'staff',
    summary: 'Decides. The status it has already: nothing happens.',
    security: ['staff'],
    body: z.object({
      status: z.enum(['confirmee', 'annulee']),
      statusNote: z.string().max(500).optional(),
    }),
    answers: {
      200: { text: 'So it is now.', is: shape.decision },
      400: { text: 'No status there is.', is: shape.payloadRefusal },
      403: closed,
      404: nothing,
      409: { text: 'Not from the status it has.', is: shape.payloadRefusal },
    },
  },
  {
    method: 'get',
    path: '/healthz',
    tag: 'service',
    summary: 'Whether the process lives, whatever else is down.',
    answers: { 200: { text: 'It lives; stopping: for seconds only.', is: shape.liveness } },
  },
  {
    method: 'get',
    path: '/readyz',
    tag: 'service',
    summary: 'What works.',
    answers: {
      200: { text: 'ok or degraded.', is: shape.readiness },
      503: { text: 'down.', is: shape.readiness },
    },
  },
]
