import { expect, test } from 'vitest'
import type { Period } from '@/domain/view'
import { aProperty, at, day, utc } from '@/tests/support/house'
import { api, aRequest, bodyOf } from '@/tests/support/http'
import { checksums } from '@/tests/support/sql'

type Taken = { errors: { path: string; message: string }[]; alternatives: Period[] }

const stay = (from: number, to: number) => ({
  kind: 'sejour',
  startsAt: day(from),
  endsAt: day(to),
})

test('a taken slot answers 409 with the three nearest free ones, and books nothing', async () => {
  const property = await aProperty()
  const ask = (time: string) => api.request({ body: aRequest(property, { startsAt: at(3, time) }) })
  expect((await ask('09:00')).status).toBe(201)
  expect((await ask('09:30')).status).toBe(201)
  const before = await checksums('rate_limits', 'request_answers')
  const answer = await ask('09:00')
  expect(answer.status).toBe(409)
  expect(bodyOf(answer)).toEqual({
    errors: [
      {
        path: 'startsAt',
        message: 'Ce moment n’est pas libre : choisissez-en un autre.',
      },
    ],
    alternatives: [
      { startsAt: utc(3, '08:30'), endsAt: utc(3, '09:00') },
      { startsAt: utc(3, '08:00'), endsAt: utc(3, '08:30') },
      { startsAt: utc(3, '10:00'), endsAt: utc(3, '10:30') },
    ],
  })
  expect(await checksums('rate_limits', 'request_answers')).toEqual(before)
})

test('each alternative can really be booked', async () => {
  const property = await aProperty()
  await api.request({ body: aRequest(property) })
  const { alternatives } = bodyOf<Taken>(await api.request({ body: aRequest(property) }))
  expect(alternatives).toHaveLength(3)
  for (const period of alternatives)
    expect((await api.request({ body: aRequest(property, period) })).status).toBe(201)
})

test('a property that is full has no alternatives to offer, and says so with an empty list', async () => {
  const property = await aProperty()
  // The longest stays around the wanted day leave nothing within a month of it.
  expect((await api.request({ body: aRequest(property, stay(1, 90)) })).status).toBe(201)
  const answer = await api.request({ body: aRequest(property, { startsAt: at(40, '09:00') }) })
  expect(answer.status).toBe(409)
  expect(bodyOf<Taken>(answer).alternatives).toEqual([])
})

test('stays overlap no stays, and may follow each other on the same day', async () => {
  const property = await aProperty()
  const ask = async (from: number, to: number) =>
    (await api.request({ body: aRequest(property, stay(from, to)) })).status
  expect(await ask(10, 14)).toBe(201)
  expect([await ask(9, 11), await ask(11, 12), await ask(13, 15), await ask(8, 20)]).toEqual([
    409, 409, 409, 409,
  ])
  expect([await ask(14, 16), await ask(8, 10)]).toEqual([201, 201])
})

test('the alternatives of a long stay are free to their last night', async () => {
  const property = await aProperty()
  const ask = async (from: number, to: number) =>
    api.request({ body: aRequest(property, stay(from, to)) })
  expect([(await ask(40, 41)).status, (await ask(105, 106)).status]).toEqual([201, 201])
  // Between the two 64 nights are free; whatever begins within thirty days meets one of them.
  const answer = await ask(40, 105)
  expect(answer.status).toBe(409)
  expect(bodyOf<Taken>(answer).alternatives).toEqual([])
  expect(bodyOf<Taken>(await ask(40, 104)).alternatives).toEqual([
    { startsAt: day(41), endsAt: day(105) },
  ])
})

test('the alternatives of a stay are stays of the same length, all free', async () => {
  const property = await aProperty()
  await api.request({ body: aRequest(property, stay(10, 12)) })
  const { alternatives } = bodyOf<Taken>(
    await api.request({ body: aRequest(property, stay(10, 12)) }),
  )
  expect(alternatives).toEqual([
    { startsAt: day(8), endsAt: day(10) },
    { startsAt: day(12), endsAt: day(14) },
    { startsAt: day(7), endsAt: day(9) },
  ])
  const answer = await api.request({
    body: aRequest(property, { kind: 'sejour', ...alternatives[1] }),
  })
  expect(answer.status).toBe(201)
})

test('an appointment cannot be asked for inside a held stay, a stay may go over an appointment', async () => {
  const property = await aProperty()
  const visit = (from: number) =>
    api.request({ body: aRequest(property, { startsAt: at(from, '09:00') }) })
  expect((await visit(11)).status).toBe(201)
  expect((await api.request({ body: aRequest(property, stay(10, 13)) })).status).toBe(201)
  const inside = await visit(12)
  expect(inside.status).toBe(409)
  const { alternatives } = bodyOf<Taken>(inside)
  expect(alternatives).toHaveLength(3)
  for (const { startsAt } of alternatives) {
    const outside = startsAt < utc(10, '00:00') || startsAt >= utc(13, '00:00')
    expect([startsAt, outside]).toEqual([startsAt, true])
  }
  expect([(await visit(9)).status, (await visit(13)).status]).toEqual([201, 201])
})

test('one place of one property takes nothing from another property', async () => {
  const [one, other] = [await aProperty(), await aProperty()]
  expect((await api.request({ body: aRequest(one) })).status).toBe(201)
  expect((await api.request({ body: aRequest(other) })).status).toBe(201)
})

test('the slots of a property say which are free, for at most 62 days', async () => {
  const property = await aProperty({ from: '08:00', to: '10:00' })
  await api.request({ body: aRequest(property, { startsAt: at(3, '08:30') }) })
  const answer = await api.slots(property.id, `from=${day(3)}&to=${day(3)}`)
  expect(bodyOf(answer)).toEqual({
    slots: [
      { startsAt: utc(3, '08:00'), endsAt: utc(3, '08:30'), free: true },
      { startsAt: utc(3, '08:30'), endsAt: utc(3, '09:00'), free: false },
      { startsAt: utc(3, '09:00'), endsAt: utc(3, '09:30'), free: true },
      { startsAt: utc(3, '09:30'), endsAt: utc(3, '10:00'), free: true },
    ],
  })
  const statuses = await Promise.all(
    [
      `from=${day(1)}&to=${day(62)}`,
      `from=${day(1)}&to=${day(63)}`,
      `from=${day(3)}&to=${day(2)}`,
      `from=hier&to=${day(2)}`,
      '',
    ].map(async (query) => (await api.slots(property.slug, query)).status),
  )
  expect(statuses).toEqual([200, 400, 400, 400, 400])
})

test('what a property does not offer is not free', async () => {
  const days = `from=${day(3)}&to=${day(4)}`
  const freeOf = async ({ id }: { id: number }, kind = '') => {
    const answer = await api.slots(id, days + kind)
    const { slots } = bodyOf<{ slots: { free: boolean }[] }>(answer)
    expect(slots.length).toBeGreaterThan(0)
    return slots.some(({ free }) => free)
  }
  const room = await aProperty({ kinds: ['sejour'] })
  expect([await freeOf(room), await freeOf(room, '&kind=sejour')]).toEqual([false, true])
  const house = await aProperty({ kinds: ['location'] })
  expect([await freeOf(house), await freeOf(house, '&kind=location')]).toEqual([true, true])
  expect([await freeOf(house, '&kind=achat'), await freeOf(house, '&kind=sejour')]).toEqual([
    false,
    false,
  ])
})

test('with kind=sejour the nights of a property, as days', async () => {
  const property = await aProperty()
  await api.request({ body: aRequest(property, stay(4, 5)) })
  const answer = await api.slots(property.id, `from=${day(3)}&to=${day(5)}&kind=sejour`)
  expect(bodyOf(answer)).toEqual({
    slots: [
      { startsAt: day(3), endsAt: day(4), free: true },
      { startsAt: day(4), endsAt: day(5), free: false },
      { startsAt: day(5), endsAt: day(6), free: true },
    ],
  })
})

test('a draft’s slots are nobody’s business', async () => {
  const draft = await aProperty({ status: 'brouillon' })
  expect((await api.slots(draft.id, `from=${day(3)}&to=${day(3)}`)).status).toBe(404)
})
