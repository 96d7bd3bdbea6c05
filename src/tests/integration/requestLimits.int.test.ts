import { expect, test } from 'vitest'
import { blind } from '@/secrets'
import { aProperty, aStaff, at, freshAddress, freshPhone } from '@/tests/support/house'
import { api, aRequest, booked, bodyOf, rest } from '@/tests/support/http'
import { checksums, count, rows } from '@/tests/support/sql'
import { statementsOf } from '@/tests/support/statements'
import { leastLeft, secondsLeft } from '@/tests/support/limits'

test('an address may ask 20 times in 10 minutes, whatever it sends, then 429 with Retry-After', async () => {
  const address = freshAddress()
  const begun = Date.now()
  const statuses: number[] = []
  for (let turn = 0; turn < 20; turn += 1)
    statuses.push((await api.request({ address, body: {} })).status)
  expect(statuses).toEqual(Array.from({ length: 20 }, () => 400))

  const before = await checksums('rate_limits')
  const answer = await api.request({ address, body: aRequest(await aProperty()) })
  expect(answer.status).toBe(429)
  expect(secondsLeft(answer)).toBeGreaterThanOrEqual(leastLeft(600, begun))
  expect(secondsLeft(answer)).toBeLessThanOrEqual(600)
  expect(bodyOf(answer)).toEqual({
    errors: [{ path: '', message: 'Trop de demandes à la fois : réessayez dans 10 min.' }],
  })
  const english = await api.request({ address, body: { locale: 'en' } })
  expect(bodyOf(english)).toEqual({
    errors: [{ path: '', message: 'Too many requests at once: try again in 10 min.' }],
  })
  expect((await checksums('rate_limits')).reservations).toBe(before.reservations)

  // Another address is not held to it, and the same one only for ten minutes.
  expect((await api.request({ body: aRequest(await aProperty()) })).status).toBe(201)
  await rows(`update rate_limits set started_at = started_at - interval '10 minutes 1 second'`)
  expect((await api.request({ address, body: aRequest(await aProperty()) })).status).toBe(201)
})

test('a request that is refused takes its turn too, and of thirty at once twenty are heard', async () => {
  const [address, crowd] = [freshAddress(), freshAddress()]
  const property = await aProperty()
  await booked(property, { startsAt: at(3, '09:00') })
  const taken = { body: aRequest(property, { startsAt: at(3, '09:00') }), address }
  expect((await api.request(taken)).status).toBe(409)
  const unknown = { body: { ...taken.body, property: 'villa-inconnue' }, address }
  expect((await api.request(unknown)).status).toBe(400)
  const turns = `select turns::int from rate_limits where name = 'demande' and who = $1`
  expect(await rows(turns, [blind(address)])).toEqual([{ turns: 2 }])

  const before = await count('reservations')
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, number) =>
      api.request({
        address: crowd,
        body: aRequest(property, {
          startsAt: at(
            4 + Math.floor(number / 8),
            `${String(8 + (number % 8)).padStart(2, '0')}:00`,
          ),
          client: { name: 'Awa Mabiala', phone: freshPhone() },
        }),
      }),
    ),
  )
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 201))
  expect(await count('reservations')).toBe(before + 20)

  // Who was refused costs one statement more, and claims no place.
  const again = { address: crowd, body: aRequest(property, { startsAt: at(3, '11:00') }) }
  const sent = await statementsOf(async () => {
    expect((await api.request(again)).status).toBe(429)
  })
  expect(sent.map(({ text }) => text.slice(0, 23))).toEqual(['insert into rate_limits'])
})

test('no address and no number is stored with the limits', async () => {
  const address = '203.0.113.77'
  await api.request({ address, body: {} })
  expect(await count('rate_limits', `who like '%203.0.113%'`)).toBe(0)
})

test('a phone may have three requests without an answer; the fourth waits for one', async () => {
  const property = await aProperty()
  const client = { name: 'Awa Mabiala', phone: freshPhone(), email: 'awa@example.com' }
  const ask = (time: string, name = client.name) =>
    api.request({
      body: aRequest(property, { startsAt: at(3, time), client: { ...client, name } }),
    })
  const first = await booked(property, { startsAt: at(3, '09:00'), client })
  expect([(await ask('10:00')).status, (await ask('11:00')).status]).toEqual([201, 201])
  const before = await checksums('rate_limits')
  // Another name on the same phone is the same phone.
  const fourth = await ask('12:00', 'Serge Bouanga')
  expect(fourth.status).toBe(429)
  expect(secondsLeft(fourth)).toBeGreaterThan(23 * 3_600)
  expect(secondsLeft(fourth)).toBeLessThanOrEqual(24 * 3_600)
  expect(bodyOf(fourth)).toEqual({
    errors: [
      {
        path: 'client.phone',
        message:
          'Trois demandes faites avec ce numéro attendent encore une réponse. Annulez-en une, ou attendez que nous ayons répondu.',
      },
    ],
  })
  expect(await checksums('rate_limits')).toEqual(before)

  expect((await api.cancel(first.token)).status).toBe(200)
  expect((await ask('12:00')).status).toBe(201)
})

test('once a person has answered one of three, in words alone, its phone may ask again', async () => {
  const owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  const property = await aProperty({ owners: [owner.id] })
  const client = { name: 'Awa Mabiala', phone: freshPhone(), email: 'awa@example.com' }
  const ask = (time: string) => booked(property, { startsAt: at(3, time), client })
  const [first] = [await ask('09:00'), await ask('10:00'), await ask('11:00')]
  const fourth = aRequest(property, { startsAt: at(3, '12:00'), client })
  expect((await api.request({ body: fourth })).status).toBe(429)
  const body = { channel: 'telephone', text: 'Nous confirmons ce soir.' }
  const said = await rest('POST', `/reservations/${first.id}/answer`, { as: owner, body })
  expect(said.status).toBe(200)
  expect((await api.request({ body: fourth })).status).toBe(201)
})

test('eight requests of one phone at once never hold more than three places', async () => {
  const property = await aProperty()
  const client = { name: 'Awa Mabiala', phone: freshPhone() }
  const answers = await Promise.all(
    ['08:00', '09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00'].map((time) =>
      api.request({ body: aRequest(property, { startsAt: at(3, time), client }) }),
    ),
  )
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses).toEqual([201, 201, 201, 429, 429, 429, 429, 429])
  expect(await count('reservations', 'property_id = $1', [property.id])).toBe(3)
})

test('a body of more than 64 KB answers 413, one of exactly 64 KB does not', async () => {
  const body = JSON.stringify(aRequest(await aProperty()))
  const padded = (bytes: number) => body + ' '.repeat(bytes - Buffer.byteLength(body))
  const before = await count('reservations')
  const large = await api.request({ raw: padded(64 * 1024 + 1) })
  expect(large.status).toBe(413)
  expect(bodyOf(large)).toEqual({ errors: [{ path: '', message: 'La demande dépasse 64 Ko.' }] })
  expect(await count('reservations')).toBe(before)
  expect((await api.request({ raw: padded(64 * 1024) })).status).toBe(201)
})
