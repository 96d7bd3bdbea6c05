import { randomUUID } from 'node:crypto'
import config from '@payload-config'
import { handleEndpoints } from 'payload'
import { POST as requestRoute } from '@/app/(portal)/api/reservations/request/route'
import { POST as trackRoute } from '@/app/(portal)/api/reservations/track/route'
import { GET as calendarRoute } from '@/app/(portal)/api/reservations/track/[token]/calendar.ics/route'
import { POST as cancelRoute } from '@/app/(portal)/api/reservations/track/[token]/cancel/route'
import { POST as messagesRoute } from '@/app/(portal)/api/reservations/track/[token]/messages/route'
import { GET as viewRoute } from '@/app/(portal)/api/reservations/track/[token]/route'
import { GET as slotsRoute } from '@/app/(portal)/api/properties/[id]/slots/route'
import type { Receipt } from '@/domain/view'
import { at, freshAddress, freshPhone } from './house'
import { rows } from './sql'

const BASE = 'http://localhost:3000'

export type Answer = { status: number; headers: Headers; text: string }

async function read(response: Response): Promise<Answer> {
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** The body as the caller believes it to be; every test then looks at what it holds. */
export const bodyOf = <Body = never>({ text }: Answer) => JSON.parse(text) as Body

type Sent = {
  body?: unknown
  /** Sent as it is, instead of JSON. */
  raw?: BodyInit
  headers?: Record<string, string>
  address?: string
}

function post(path: string, sent: Sent): Request {
  return new Request(`${BASE}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Scim-Address': sent.address ?? freshAddress(),
      ...sent.headers,
    },
    body: sent.raw ?? JSON.stringify(sent.body ?? {}),
  })
}

const path = (token: string) => ({ params: Promise.resolve({ token }) })

export const api = {
  request: async (sent: Sent) => read(await requestRoute(post('/api/reservations/request', sent))),
  track: async (sent: Sent) => read(await trackRoute(post('/api/reservations/track', sent))),
  view: async (token: string) =>
    read(await viewRoute(new Request(`${BASE}/api/reservations/track/${token}`), path(token))),
  cancel: async (token: string, sent: Sent = {}) =>
    read(await cancelRoute(post(`/api/reservations/track/${token}/cancel`, sent), path(token))),
  write: async (token: string, sent: Sent) =>
    read(await messagesRoute(post(`/api/reservations/track/${token}/messages`, sent), path(token))),
  calendar: async (token: string) =>
    read(await calendarRoute(new Request(`${BASE}/api/track/${token}/calendar.ics`), path(token))),
  slots: async (id: number | string, query: string) =>
    read(
      await slotsRoute(new Request(`${BASE}/api/properties/${id}/slots?${query}`), {
        params: Promise.resolve({ id: String(id) }),
      }),
    ),
}

type RestOptions = Sent & { as?: { token: string } | null }

/** Payload's REST API, as the catch-all route serves it. */
export const rest = async (method: string, route: string, options: RestOptions = {}) =>
  read(await handleEndpoints({ config, request: restRequest(method, route, options) }))

/** The same for an answer that comes bit by bit. */
export const answerOf = (route: string, as: { token: string }) =>
  handleEndpoints({ config, request: restRequest('GET', route, { as }) })

function restRequest(method: string, route: string, options: RestOptions): Request {
  const { as, body, raw, headers, address } = options
  return new Request(`${BASE}/api${route}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(as ? { Authorization: `JWT ${as.token}` } : {}),
      'X-Scim-Address': address ?? freshAddress(),
      ...headers,
    },
    body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
  })
}

export type Body = Record<string, unknown>

/** A request that is right in everything, by a person who never asked before. */
export function aRequest(property: { slug: string }, changes: Body = {}): Body {
  return {
    requestKey: randomUUID(),
    property: property.slug,
    kind: 'visite',
    startsAt: at(3, '09:00'),
    client: { name: 'Awa Mabiala', phone: freshPhone(), email: 'awa@example.com' },
    note: 'Je viendrai avec ma sœur.',
    locale: 'fr',
    consent: true,
    ...changes,
  }
}

export type Booked = Receipt & { id: number; token: string }

/** Books and answers the receipt, with the row's id and the client's token. */
export async function booked(property: { slug: string }, changes: Body = {}): Promise<Booked> {
  const answer = await api.request({ body: aRequest(property, changes) })
  if (answer.status !== 201) throw new Error(`not booked: ${answer.status} ${answer.text}`)
  const receipt = bodyOf<Receipt>(answer)
  const [row] = await rows<{ id: number }>('select id from reservations where reference = $1', [
    receipt.reservation.reference,
  ])
  const token = receipt.trackingUrl.split('/').at(-1)
  if (!row || !token) throw new Error('a 201 without a row or a link')
  return { ...receipt, id: row.id, token }
}
