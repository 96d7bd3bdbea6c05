import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET } from '@/app/calendriers/[file]/route'
import { aProperty, aStaff, at, day, type Staff } from '@/tests/support/house'
import { booked, bodyOf, rest, type Booked } from '@/tests/support/http'
import { aClient, plant } from '@/tests/support/plant'
import { one, refusalCode } from '@/tests/support/sql'

let owner: Staff
let other: Staff
let editor: Staff
let admin: Staff
let property: Awaited<ReturnType<typeof aProperty>>
let held: Booked
let stay: Booked

beforeAll(async () => {
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  other = await aStaff('proprietaire', 'Clarisse Ngouabi')
  editor = await aStaff('editeur', 'Aimé Tchicaya')
  admin = await aStaff('admin', 'Prisca Loemba')
  property = await aProperty({ owners: [owner.id] })
  const second = await aProperty({ owners: [other.id] })
  held = await booked(property, { startsAt: at(3, '09:00') })
  stay = await booked(property, { kind: 'sejour', startsAt: day(10), endsAt: day(12) })
  await rest('PATCH', `/reservations/${stay.id}`, { as: owner, body: { status: 'confirmee' } })
  await booked(second, { startsAt: at(3, '09:00') })
})

async function opened(path: string, as: Staff, body: object = { open: true }): Promise<string> {
  const answer = await rest('POST', `${path}/calendar-feed`, { as, body })
  expect([path, answer.status]).toEqual([path, 200])
  return bodyOf<{ address: string }>(answer).address
}

async function fetched(address: string, etag?: string) {
  const file = new URL(address).pathname.split('/').at(-1) ?? ''
  const request = new Request(address, { headers: etag ? { 'If-None-Match': etag } : {} })
  const answer = await GET(request, { params: Promise.resolve({ file }) })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** What another program reads: the state of each reservation. */
const read = (text: string) =>
  Object.fromEntries(
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((event) => [
        String(event.getFirstPropertyValue('uid')).replace(/@.*/, ''),
        event.getFirstPropertyValue('status'),
      ]),
  )

const ofProperty = () => `/properties/${property.id}`

describe('what a calendar shows', () => {
  test('a property: held and confirmed are told apart, a cancelled one is gone', async () => {
    const address = await opened(ofProperty(), owner)
    const { text, headers } = await fetched(address)
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(read(text)).toEqual({
      [held.reservation.reference]: 'TENTATIVE',
      [stay.reservation.reference]: 'CONFIRMED',
    })
    const gone = await booked(property, { startsAt: at(5, '09:00') })
    await rest('PATCH', `/reservations/${gone.id}`, { as: owner, body: { status: 'annulee' } })
    expect(read((await fetched(address)).text)).not.toHaveProperty(gone.reservation.reference)
  })

  test('an owner: all of their properties and no other; the agency: all', async () => {
    const mine = read((await fetched(await opened(`/users/${owner.id}`, owner))).text)
    expect(Object.keys(mine).sort()).toEqual(
      [held.reservation.reference, stay.reservation.reference].sort(),
    )
    const all = read((await fetched(await opened('/globals/settings', admin))).text)
    expect(Object.keys(all)).toHaveLength(3)
  })

  test('no client’s phone or mail ever, and the name only where it was asked for', async () => {
    const without = (await fetched(await opened(ofProperty(), owner))).text
    const named = (await fetched(await opened(ofProperty(), owner, { open: true, names: true })))
      .text
    const { phone, email } = await one<{ phone: string; email: string }>(
      `select c.phone, c.email from clients c join reservations r on r.client_id = c.id
       where r.id = $1`,
      [held.id],
    )
    for (const text of [without, named].map((folded) => folded.replaceAll('\r\n ', ''))) {
      expect(text).not.toContain(phone)
      expect(text).not.toContain(email)
      expect(text).not.toContain('Je viendrai avec ma sœur')
    }
    expect(without).not.toContain('Awa')
    expect(named.replaceAll('\r\n ', '')).toContain('Awa Mabiala')
  })

  test('a program that has it already is told so, until something changes', async () => {
    const address = await opened(ofProperty(), owner)
    const etag = (await fetched(address)).headers.get('etag') ?? ''
    const again = await fetched(address, etag)
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await fetched(address, `"x", W/${etag}`)).status).toBe(304)
    await rest('PATCH', `/reservations/${held.id}`, { as: owner, body: { status: 'confirmee' } })
    const changed = await fetched(address, etag)
    expect(changed.status).toBe(200)
    expect(read(changed.text)).toMatchObject({ [held.reservation.reference]: 'CONFIRMED' })
  })
})

describe('who opens and closes an address', () => {
  test('an owner their property and account, an admin all, nobody else any', async () => {
    const wish = { open: true }
    const matrix = async (path: string) => {
      const statuses: number[] = []
      for (const as of [null, owner, other, editor, admin])
        statuses.push((await rest('POST', `${path}/calendar-feed`, { as, body: wish })).status)
      return statuses
    }
    expect(await matrix(ofProperty())).toEqual([404, 200, 404, 404, 200])
    expect(await matrix(`/users/${owner.id}`)).toEqual([404, 200, 404, 404, 200])
    expect(await matrix('/globals/settings')).toEqual([404, 404, 404, 404, 200])
    expect(await matrix(`/users/${editor.id}`)).toEqual([404, 404, 404, 404, 404])
    expect(await matrix('/properties/0')).toEqual([404, 404, 404, 404, 404])
  })

  test('a new address ends the one before; closing ends it too', async () => {
    const first = await opened(ofProperty(), owner)
    const second = await opened(ofProperty(), owner)
    expect((await fetched(first)).status).toBe(404)
    expect((await fetched(second)).status).toBe(200)
    await rest('POST', `${ofProperty()}/calendar-feed`, { as: owner, body: { open: false } })
    expect((await fetched(second)).status).toBe(404)
  })

  test('an address of another target, a shortened one, or nonsense is not found', async () => {
    const address = await opened(ofProperty(), owner)
    for (const wrong of [
      address.replace(/b\d+-/, 'b999999-'),
      address.replace('/b', '/p'),
      address.replace('.ics', ''),
      address.replace(/.\.ics/, '.ics'),
      address.replace(/calendriers\/.*/, 'calendriers/a0-.ics'),
    ])
      expect([wrong, (await fetched(wrong)).status]).toEqual([wrong, 404])
  })

  test('an owner who leaves a property loses its calendar with it', async () => {
    const left = await aProperty({ owners: [owner.id, other.id] })
    const address = await opened(`/properties/${left.id}`, owner)
    await rest('PATCH', `/properties/${left.id}`, { as: admin, body: { description: 'Corrigée.' } })
    expect((await fetched(address)).status).toBe(200)
    await rest('PATCH', `/properties/${left.id}`, { as: admin, body: { owners: [other.id] } })
    expect((await fetched(address)).status).toBe(404)
  })

  test('an account that is no owner’s or no administrator’s any more, or gone, loses all it knew', async () => {
    const [first, second] = [
      await aStaff('proprietaire', 'Serge Bouanga'),
      await aStaff('proprietaire', 'Nadège Mouyabi'),
    ]
    const [chief, deputy] = [
      await aStaff('admin', 'Grâce Nkouka'),
      await aStaff('admin', 'Rodrigue'),
    ]
    const shared = await aProperty({ owners: [first.id, second.id] })
    const statuses = async (...addresses: string[]) =>
      Promise.all(addresses.map(async (address) => (await fetched(address)).status))
    const role = (of: Staff, to: string) =>
      rest('PATCH', `/users/${of.id}`, { as: admin, body: { role: to } })

    const one = await opened(`/properties/${shared.id}`, first)
    const own = await opened(`/users/${first.id}`, first)
    await role(first, 'editeur')
    expect(await statuses(one, own)).toEqual([404, 404])

    const again = await opened(`/properties/${shared.id}`, second)
    expect((await rest('DELETE', `/users/${second.id}`, { as: admin })).status).toBe(200)
    expect(await statuses(again)).toEqual([404])

    for (const leave of [
      () => role(chief, 'proprietaire'),
      () => rest('DELETE', `/users/${deputy.id}`, { as: admin }),
    ]) {
      const agency = await opened('/globals/settings', admin)
      expect(await statuses(agency)).toEqual([200])
      expect((await leave()).status).toBe(200)
      expect(await statuses(agency)).toEqual([404])
    }
  })

  test('a revoked address does not come back, not even by SQL', async () => {
    await opened(ofProperty(), owner)
    expect(await refusalCode('update calendar_feeds set version = version - 1')).toBe('23514')
    expect(await refusalCode('delete from calendar_feeds')).toBe('23514')
  })
})

/** Milliseconds of this process's own work: a crowded machine does not change them. */
async function costOf<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return [result, (user + system) / 1000]
}

test('ten thousand entries cost less than a second and a half, and known ones a tenth of that', async () => {
  const big = await aProperty({ owners: [owner.id] })
  const client = await aClient('Awa Mabiala', 'awa@example.com')
  const soon = Date.now() + 86_400_000
  await plant(
    Array.from({ length: 10_000 }, (_, index) => ({
      reference: `RSV-${String(index).padStart(8, '0')}`,
      kind: 'visite' as const,
      property_id: big.id,
      client_id: client,
      created_at: new Date(),
      starts_at: new Date(soon + index * 1_800_000),
      ends_at: new Date(soon + (index + 1) * 1_800_000),
      respond_by: new Date(soon),
      hold_until: new Date(soon),
      sla_minutes: 30,
    })),
  )
  const address = await opened(`/properties/${big.id}`, owner)
  await fetched(address) // Compiles the code and plans the statements.
  const [whole, cost] = await costOf(() => fetched(address))
  expect(whole.text.match(/BEGIN:VEVENT/g)).toHaveLength(10_000)
  expect(cost).toBeLessThan(1_500)
  const [known, cheap] = await costOf(() => fetched(address, whole.headers.get('etag') ?? ''))
  expect(known.status).toBe(304)
  expect(cheap).toBeLessThan(150)
})
