import { beforeAll, describe, expect, test } from 'vitest'
import { GET as agendaRoute } from '@/app/(portal)/api/reservations/agenda/route'
import { aProperty, aStaff, at, day, freshAddress, type Staff } from '@/tests/support/house'
import { api, aRequest, bodyOf, booked, rest } from '@/tests/support/http'
import { count, one, refusalCode, rows } from '@/tests/support/sql'

let admin: Staff
let owner: Staff
beforeAll(async () => {
  admin = await aStaff('admin', 'Prisca Loemba')
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
})

async function aKey(scope: 'lire' | 'reserver') {
  const made = await rest('POST', '/api-keys', { as: admin, body: { name: 'Site', scope } })
  const { id } = bodyOf<{ doc: { id: number } }>(made).doc
  const shown = await rest('POST', `/api-keys/${id}/secret`, { as: admin, body: {} })
  return { id, key: bodyOf<{ secret: string }>(shown).secret }
}

const bearer = (key: string) => ({ Authorization: `Bearer ${key}` })

const agenda = async (key: string | null, query = `from=${day(0)}&to=${day(30)}`) => {
  const request = new Request(`http://localhost:3000/api/reservations/agenda?${query}`, {
    headers: key ? bearer(key) : {},
  })
  const answer = await agendaRoute(request)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

describe('what a key opens', () => {
  test('to read: the agenda, without anything of the client; not a request', async () => {
    const property = await aProperty({ owners: [owner.id] })
    const { reservation } = await booked(property, { startsAt: at(3, '09:00') })
    const { id, key } = await aKey('lire')
    const answer = await agenda(key)
    expect(answer.status).toBe(200)
    const { reservations } = bodyOf<{ reservations: { reference: string }[] }>(answer)
    expect(reservations.map(({ reference }) => reference)).toContain(reservation.reference)
    expect(answer.text).not.toMatch(/Awa|\+242|awa@|sœur/)
    const refused = await api.request({ body: aRequest(property), headers: bearer(key) })
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('Cette clé ne donne pas ce droit.')
    const english = { ...bearer(key), 'Accept-Language': 'en-GB' }
    const told = await api.request({ body: aRequest(property), headers: english })
    expect(told.text).toContain('This key does not give that right.')
    expect(
      await one('select last_used_at is not null as used from api_keys where id = $1', [id]),
    ).toEqual({ used: true })
  })

  test('to book: a request, counted by key and not by address; not the agenda', async () => {
    const { key } = await aKey('reserver')
    const property = await aProperty({ owners: [owner.id] })
    const address = freshAddress()
    for (let made = 0; made < 21; made += 1) {
      const body = aRequest(property, {
        kind: 'sejour',
        startsAt: day(3 + made),
        endsAt: day(4 + made),
      })
      const answer = await api.request({ body, address, headers: bearer(key) })
      expect(answer.status).toBe(201)
    }
    expect(await count('reservations', `property_id = $1 and source = 'api'`, [property.id])).toBe(
      21,
    )
    expect((await agenda(key)).status).toBe(403)
  })

  test('no more than 120 calls a minute', async () => {
    const { id, key } = await aKey('lire')
    await rows(
      `insert into rate_limits (name, who, started_at, turns) values ('cle', $1, now(), 120)`,
      [String(id)],
    )
    const answer = await agenda(key)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('a key that opens nothing', () => {
  test('none, another, a changed one, one out of use, and one before the newest', async () => {
    const { id, key } = await aKey('lire')
    expect((await agenda(null)).status).toBe(401)
    for (const wrong of [
      'x',
      'scim_1_x',
      key.replace(/_\d+_/, '_999_'),
      `${key}x`,
      key.slice(0, -1),
    ])
      expect([wrong, (await agenda(wrong)).status]).toEqual([wrong, 401])
    await rest('PATCH', `/api-keys/${id}`, { as: admin, body: { enabled: false } })
    expect((await agenda(key)).status).toBe(401)
    await rest('PATCH', `/api-keys/${id}`, { as: admin, body: { enabled: true } })
    expect((await agenda(key)).status).toBe(200)
    await rest('POST', `/api-keys/${id}/secret`, { as: admin, body: {} })
    expect((await agenda(key)).status).toBe(401)
    expect(await refusalCode('update api_keys set secret_version = 0')).toBe('23514')
  })

  test('one that was never shown', async () => {
    const made = await rest('POST', '/api-keys', { as: admin, body: { name: 'S', scope: 'lire' } })
    const { machineKey } = await import('@/secrets')
    const { id } = bodyOf<{ doc: { id: number } }>(made).doc
    expect((await agenda(machineKey({ id, secretVersion: 0 }))).status).toBe(401)
  })

  test('it opens nothing of Payload’s own API', async () => {
    const { key } = await aKey('lire')
    expect((await rest('GET', '/reservations', { headers: bearer(key) })).status).toBe(403)
    expect((await rest('GET', '/users', { headers: bearer(key) })).status).toBe(403)
  })
})

test('the agenda asks for days, 62 at most', async () => {
  const { key } = await aKey('lire')
  expect((await agenda(key, '')).status).toBe(400)
  expect((await agenda(key, `from=${day(0)}&to=${day(62)}`)).status).toBe(400)
  expect((await agenda(key, `from=${day(1)}&to=${day(0)}`)).status).toBe(400)
})
