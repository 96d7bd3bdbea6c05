import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET as feedRoute } from '@/app/calendriers/[file]/route'
import { GET as describeRoute } from '@/app/programmes/openapi.json/route'
import { GET as livesRoute } from '@/app/healthz/route'
import { GET as readyRoute } from '@/app/readyz/route'
import { GET as agendaRoute } from '@/app/(portal)/api/reservations/agenda/route'
import {
  aProperty,
  aStaff,
  at,
  day,
  freshAddress,
  PASSWORD,
  type Staff,
} from '@/tests/support/house'
import { readAgency } from '@/domain/agency'
import { apiDescription } from '@/portal/apiDescription'
import { api, aRequest, booked, bodyOf, rest, type Answer } from '@/tests/support/http'
import { rows } from '@/tests/support/sql'

type Operation = {
  responses: Record<string, { content?: Record<string, { schema: object }> }>
  requestBody?: { content: { 'application/json': { schema: object } } }
}
type Description = { paths: Record<string, Record<string, Operation>> }

let text: string
let description: Description
let owner: Staff
let admin: Staff
const seen = new Set<string>()
const tooLarge = 'x'.repeat(70_000)
const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)

beforeAll(async () => {
  text = await (await describeRoute(new Request('http://localhost/programmes/openapi.json'))).text()
  description = JSON.parse(text) as Description // as: judged by the first test.
  ajv.addSchema({ $id: 'api', ...description })
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  admin = await aStaff('admin', 'Prisca Loemba')
})

const pointer = (...steps: string[]) =>
  `api#/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`

/** Holds an answer to what is written of it. */
function check(method: string, path: string, answer: Answer) {
  const which = `${method} ${path} ${answer.status}`
  const written = description.paths[path]?.[method]?.responses[answer.status]
  expect([which, written !== undefined]).toEqual([which, true])
  seen.add(which)
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';')
  expect([which, type]).toEqual([which, Object.keys(written?.content ?? {})[0] ?? ''])
  if (type !== 'application/json') return
  const valid = ajv.getSchema(
    pointer('paths', path, method, 'responses', String(answer.status), 'content', type, 'schema'),
  )
  if (!valid) throw new Error(`no schema: ${which}`)
  valid(JSON.parse(answer.text))
  expect([which, valid.errors ?? null]).toEqual([which, null])
}

const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  headers: response.headers,
  text: await response.text(),
})

test('the description is OpenAPI 3.1', async () => {
  const verdict = await new Validator().validate(JSON.parse(text))
  expect(verdict.errors ?? []).toEqual([])
  expect(verdict.valid).toBe(true)
})

describe('every answer is as it is written', () => {
  test('properties and their slots', async () => {
    const property = await aProperty({ owners: [owner.id] })
    check('get', '/api/properties', await rest('GET', '/properties'))
    check('get', '/api/properties', await rest('GET', '/properties?page=0'))
    const slots = '/api/properties/{id}/slots'
    const days = `from=${day(1)}&to=${day(2)}`
    check('get', slots, await api.slots(property.id, days))
    check('get', slots, await api.slots(property.slug, `${days}&kind=sejour`))
    check('get', slots, await api.slots(property.id, ''))
    check('get', slots, await api.slots('nowhere', days))
  })

  test('a request, and every refusal of one', async () => {
    const property = await aProperty({ owners: [owner.id] })
    const path = '/api/reservations/request'
    const valid = ajv.getSchema(
      pointer('paths', path, 'post', 'requestBody', 'content', 'application/json', 'schema'),
    )
    const body = aRequest(property)
    expect(valid?.(body)).toBe(true)
    expect(valid?.({ ...body, kind: 'sejour', startsAt: day(3), endsAt: day(4) })).toBe(true)
    expect(valid?.({ ...body, kind: 'croisière' })).toBe(false)
    check('post', path, await api.request({ body }))
    check('post', path, await api.request({ body }))
    check('post', path, await api.request({ body: {} }))
    check('post', path, await api.request({ body: { ...body, note: 'Autre.' } }))
    check('post', path, await api.request({ body: aRequest(property) }))
    const stay = aRequest(property, { kind: 'sejour', startsAt: day(5), endsAt: day(7) })
    check('post', path, await api.request({ body: stay }))
    const again = aRequest(property, { kind: 'sejour', startsAt: day(6), endsAt: day(8) })
    check('post', path, await api.request({ body: again }))
    check('post', path, await api.request({ body: { note: tooLarge } }))
    const headers = { Authorization: 'Bearer scim_1_wrong' }
    check('post', path, await api.request({ body, headers }))
    check('post', path, await api.request({ body, headers: await bearer('lire') }))
    const address = freshAddress()
    for (let asked = 0; asked < 20; asked += 1) await api.request({ body: {}, address })
    check('post', path, await api.request({ body: {}, address }))
  })

  test('what a client may do with the link', async () => {
    const property = await aProperty({ owners: [owner.id] })
    const { id, token, reservation } = await booked(property)
    const { phone } = await client(id)
    const found = { reference: reservation.reference, contact: phone }
    const track = '/api/reservations/track'
    check('post', track, await api.track({ body: found }))
    check('post', track, await api.track({ body: { ...found, contact: 'nobody' } }))
    check('post', track, await api.track({ raw: 'no JSON' }))
    check('post', track, await api.track({ body: { contact: tooLarge } }))
    const address = freshAddress()
    for (let asked = 0; asked < 20; asked += 1) await api.track({ body: {}, address })
    check('post', track, await api.track({ body: {}, address }))

    const one = `${track}/{token}`
    check('get', one, await api.view(token))
    check('get', one, await api.view('nothing'))
    check('get', `${one}/calendar.ics`, await api.calendar(token))
    await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })
    check('get', `${one}/calendar.ics`, await api.calendar(token))
    const messages = `${one}/messages`
    check('post', messages, await api.write(token, { body: { text: 'Bonjour.' } }))
    check('post', messages, await api.write(token, { body: {} }))
    check('post', messages, await api.write(token, { body: { text: tooLarge } }))
    check('post', messages, await api.write('nothing', { body: { text: 'Bonjour.' } }))
    await rows(`update rate_limits set turns = 31 where name = 'message'`)
    check('post', messages, await api.write(token, { body: { text: 'Bonjour.' } }))
    const cancel = `${one}/cancel`
    check('post', cancel, await api.cancel(token, { body: { note: 'x'.repeat(501) } }))
    check('post', cancel, await api.cancel(token, { body: { note: tooLarge } }))
    check('post', cancel, await api.cancel(token))
    check('post', cancel, await api.cancel('nothing'))
    check('get', one, await api.view(token))
  })

  test('what keys open', async () => {
    const path = '/api/reservations/agenda'
    const ask = async (headers: Record<string, string>, query = `from=${day(0)}&to=${day(30)}`) =>
      answerOf(await agendaRoute(new Request(`http://localhost:3000${path}?${query}`, { headers })))
    const key = await bearer('lire')
    check('get', path, await ask(key))
    check('get', path, await ask(key, ''))
    check('get', path, await ask({}))
    check('get', path, await ask(await bearer('reserver')))
    await rows(`update rate_limits set turns = 121 where name = 'cle'`)
    check('get', path, await ask(key))
  })

  test('a calendar to subscribe to', async () => {
    const { text: opened } = await rest('POST', '/globals/settings/calendar-feed', {
      as: admin,
      body: { open: true },
    })
    const { address } = JSON.parse(opened) as { address: string } // as: its own tests say so.
    const file = address.split('/').at(-1) ?? ''
    const fetch = async (name: string, etag?: string) =>
      answerOf(
        await feedRoute(new Request(address, { headers: etag ? { 'If-None-Match': etag } : {} }), {
          params: Promise.resolve({ file: name }),
        }),
      )
    const answer = await fetch(file)
    check('get', '/calendriers/{file}', answer)
    const known = await fetch(file, answer.headers.get('etag') ?? '')
    known.headers.delete('content-type') // An empty answer is of no type.
    check('get', '/calendriers/{file}', known)
    const none = await fetch('nothing.ics')
    check('get', '/calendriers/{file}', none)
  })

  test('what the staff does', async () => {
    const login = '/api/users/login'
    const { email } = owner
    const enter = (password: string) =>
      rest('POST', '/users/login', { body: { email, password }, address: freshAddress() })
    check('post', login, await enter(PASSWORD))
    check('post', login, await enter('not the password'))
    check('post', login, await enter(''))
    for (let tried = 0; tried < 10; tried += 1) await enter('not the password')
    check('post', login, await enter('not the password'))

    const property = await aProperty({ owners: [owner.id] })
    const { id } = await booked(property, { startsAt: at(9, '09:00') })
    check('get', '/api/reservations', await rest('GET', '/reservations', { as: owner }))
    check('get', '/api/reservations', await rest('GET', '/reservations'))
    check('get', '/api/reservations', await rest('GET', '/reservations?page=0', { as: owner }))
    const decide = (status: string, as: Staff | null, which = id) =>
      rest('PATCH', `/reservations/${which}`, { as, body: { status } })
    const one = '/api/reservations/{id}'
    const read = (as: Staff | null, which = id) => rest('GET', `/reservations/${which}`, { as })
    check('get', one, await read(owner))
    check('get', one, await read(null))
    check('get', one, await read(admin, 2_000_000_000))
    check('patch', one, await decide('confirmee', null))
    check('patch', one, await decide('annulee', owner))
    check('patch', one, await decide('abandonnee', admin))
    check('patch', one, await decide('confirmee', admin, 2_000_000_000))
    check('patch', one, await decide('confirmee', owner))
  })

  test('whether it works', async () => {
    check('get', '/healthz', await answerOf(livesRoute()))
    check('get', '/readyz', await answerOf(await readyRoute()))
  })
})

test('every answer that is written was seen, but for a database that is down', () => {
  const written = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.keys(responses).map((status) => `${method} ${path} ${status}`),
    ),
  )
  expect(written.filter((one) => !seen.has(one))).toEqual(['get /readyz 503'])
})

async function bearer(scope: 'lire' | 'reserver') {
  const made = await rest('POST', '/api-keys', { as: admin, body: { name: 'Site', scope } })
  const { id } = bodyOf<{ doc: { id: number } }>(made).doc
  const shown = await rest('POST', `/api-keys/${id}/secret`, { as: admin, body: {} })
  return { Authorization: `Bearer ${bodyOf<{ secret: string }>(shown).secret}` }
}

async function client(reservation: number) {
  const [row] = await rows<{ phone: string }>(
    `select c.phone from clients c join reservations r on r.client_id = c.id where r.id = $1`,
    [reservation],
  )
  if (!row) throw new Error('a reservation without a client')
  return row
}

test('the description is made once, whoever asks and however often', () => {
  const of = (name: string, currency: string) => apiDescription(readAgency({ name, currency }))
  const [one, other] = [of('Une agence', 'XAF'), of('Une autre', 'KES')]
  expect(other.paths).toBe(one.paths)
  expect([one.info.title, other.info.title]).toEqual(['Une agence', 'Une autre'])
  expect(one.info.description).toContain('Prices are whole units of XAF (ISO 4217).')
  expect(other.info.description).toContain('Prices are whole units of KES (ISO 4217).')
})
