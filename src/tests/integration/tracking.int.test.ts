import { beforeAll, expect, test } from 'vitest'
import type { Receipt } from '@/domain/view'
import { reservationPage } from '@/portal/tracking'
import { aProperty, aStaff, freshAddress, freshPhone, type Staff } from '@/tests/support/house'
import { api, booked, bodyOf, rest, type Booked } from '@/tests/support/http'
import { checksums, count, one, rows } from '@/tests/support/sql'
import { leastLeft, secondsLeft } from '@/tests/support/limits'

let owner: Staff
beforeAll(async () => {
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
})

const client = () => ({ name: 'Awa Mabiala', phone: freshPhone(), email: 'awa@example.com' })
const aBooking = async (changes = {}) => booked(await aProperty({ owners: [owner.id] }), changes)
const confirm = ({ id }: Booked) =>
  rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })
const NOT_FOUND = { errors: [{ path: '', message: 'Aucune réservation ne correspond.' }] }

test('reference and phone, or reference and e-mail, find the reservation', async () => {
  const person = client()
  const mine = await aBooking({ client: person })
  const { reference } = mine.reservation
  const spelled = reference.replaceAll('-', ' ').toLowerCase()
  for (const [asked, contact] of [
    [reference, person.phone],
    [reference, person.email],
    [spelled, `+242 ${person.phone}`],
    [reference.replace('RSV-', ''), ' AWA@Example.COM '],
  ] as const) {
    const answer = await api.track({ body: { reference: asked, contact } })
    expect([asked, contact, answer.status]).toEqual([asked, contact, 200])
    expect(bodyOf<Receipt>(answer).trackingUrl).toBe(mine.trackingUrl)
    expect(bodyOf<Receipt>(answer).reservation.reference).toBe(reference)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})

test('the client’s page says where to come to once it is confirmed, as the mail does', async () => {
  const property = await aProperty({ owners: [owner.id], address: '121, rue Franceville' })
  const booking = await booked(property)
  const address = async () => (await reservationPage(booking.reservation.reference, 'fr'))?.address
  expect(await address()).toBeNull()
  await confirm(booking)
  const { messages } = bodyOf<Receipt>(await api.view(booking.token)).reservation
  expect(await address()).toMatch(/^121, rue Franceville, /)
  expect(messages.at(-1)?.text).toContain(`Adresse : ${await address()}`)
})

test('a wrong reference and a wrong contact get the very same 404', async () => {
  const person = client()
  const { reservation } = await aBooking({ client: person })
  const other = await aBooking({ client: { ...client(), email: 'serge@example.com' } })
  const answers = [
    await api.track({ body: { reference: 'RSV-0000-0000', contact: person.phone } }),
    await api.track({ body: { reference: reservation.reference, contact: '06 999 99 99' } }),
    await api.track({ body: { reference: other.reservation.reference, contact: person.phone } }),
    await api.track({ body: { reference: 'n’importe quoi', contact: person.email } }),
    await api.track({ body: { reference: reservation.reference, contact: '' } }),
    await api.track({ body: { reference: reservation.reference, contact: '%' } }),
    await api.track({ body: {} }),
  ]
  for (const answer of answers) {
    expect(answer.status).toBe(404)
    expect(bodyOf(answer)).toEqual(NOT_FOUND)
  }
})

test('without an e-mail, an empty contact opens nothing', async () => {
  const { reservation } = await aBooking({ client: { name: 'Patrick Itoua', phone: freshPhone() } })
  for (const contact of ['', ' ', 'null', null])
    expect((await api.track({ body: { reference: reservation.reference, contact } })).status).toBe(
      404,
    )
})

test('20 searches in 15 minutes per address, 10 per reference', async () => {
  const address = freshAddress()
  const begun = Date.now()
  for (let turn = 0; turn < 20; turn += 1)
    expect((await api.track({ address, body: { reference: 'x', contact: 'x' } })).status).toBe(404)
  const tooMany = await api.track({ address, body: { reference: 'x', contact: 'x' } })
  expect(tooMany.status).toBe(429)
  expect(secondsLeft(tooMany)).toBeGreaterThanOrEqual(leastLeft(900, begun))

  const person = client()
  const { reservation } = await aBooking({ client: person })
  const ask = (reference: string, contact: string) => api.track({ body: { reference, contact } })
  for (let turn = 0; turn < 10; turn += 1)
    expect((await ask(reservation.reference, '06 999 99 99')).status).toBe(404)
  // Another spelling is the same reference.
  expect((await ask(reservation.reference.toLowerCase(), person.phone)).status).toBe(429)
})

test('the token shows the reservation as it is now, and looking changes nothing at all', async () => {
  const mine = await aBooking()
  await confirm(mine)
  const before = await checksums()
  for (let turn = 0; turn < 3; turn += 1) {
    const answer = await api.view(mine.token)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    expect(bodyOf<Receipt>(answer).reservation.status).toBe('confirmee')
    expect((await api.calendar(mine.token)).status).toBe(200)
  }
  expect(await checksums()).toEqual(before)
})

test('what the view says is the client’s: no team’s message, no id, no hash', async () => {
  const mine = await aBooking()
  const answer = await api.view(mine.token)
  expect(Object.keys(bodyOf<Receipt>(answer)).sort()).toEqual(['reservation', 'trackingUrl'])
  expect(Object.keys(bodyOf<Receipt>(answer).reservation).sort()).toEqual(
    Object.keys(mine.reservation).sort(),
  )
  expect(bodyOf<Receipt>(answer).reservation.messages).toHaveLength(1)
  expect(answer.text).not.toContain(owner.email)
  expect(answer.text).not.toMatch(/"id"|hash|requestKey/i)
})

test('a wrong or revoked token is answered 404 on every route', async () => {
  const mine = await aBooking()
  await confirm(mine)
  const revoked = await aBooking()
  await rows(
    `update reservations set tracking_version = 2, tracking_hash = 'revoked' where id = $1`,
    [revoked.id],
  )
  const before = await checksums()
  const changed = `${mine.token.slice(0, -1)}${mine.token.endsWith('A') ? 'B' : 'A'}`
  for (const token of [
    changed,
    revoked.token,
    'x',
    '',
    mine.token.slice(1),
    `${mine.token}a`,
    mine.token.toUpperCase(),
  ]) {
    const answers = [
      await api.view(token),
      await api.cancel(token, { body: {} }),
      await api.write(token, { body: { text: 'Bonjour' } }),
      await api.calendar(token),
      // Where nothing is, what was posted does not matter.
      await api.cancel(token, { raw: '{' }),
      await api.write(token, { raw: 'x'.repeat(70_000) }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(404)
      expect(bodyOf(answer)).toEqual(NOT_FOUND)
    }
  }
  expect((await api.cancel(mine.token, { raw: '{' })).status).toBe(400)
  expect((await api.write(mine.token, { raw: 'x'.repeat(70_000) })).status).toBe(413)
  expect(await checksums()).toEqual(before)
})

test('cancelling twice is cancelling once', async () => {
  const mine = await aBooking()
  const first = await api.cancel(mine.token, { body: { note: 'Je ne viens plus.' } })
  expect(first.status).toBe(200)
  const { reservation } = bodyOf<Receipt>(first)
  expect(reservation).toMatchObject({ status: 'annulee', statusLabel: 'Annulée' })
  expect(reservation.timeline.at(-1)).toMatchObject({
    status: 'annulee',
    label: 'Annulée par le client',
    actor: 'client',
    reason: 'annulee_client',
  })
  const before = await checksums()
  const second = await api.cancel(mine.token, { body: { note: 'Encore une fois.' } })
  expect(second.status).toBe(200)
  expect(second.text).toBe(first.text)
  expect(await checksums()).toEqual(before)
  expect(reservation.messages.at(-1)?.text).toContain('Statut : Annulée par le client')
  const told = await rows<{ template: string; recipient: string }>(
    `select template, recipient from messages where reservation_id = $1
       and template like 'annulation%' order by id`,
    [mine.id],
  )
  expect(told).toEqual([
    { template: 'annulation', recipient: 'awa@example.com' },
    { template: 'annulation_gestion', recipient: owner.email },
  ])
})

test('six cancels at once are one cancellation', async () => {
  const mine = await aBooking()
  const answers = await Promise.all(Array.from({ length: 6 }, () => api.cancel(mine.token)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
  const where = `reservation_id = $1 and template = 'annulation'`
  expect(await count('messages', where, [mine.id])).toBe(1)
})

test('a note of more than 500 characters is refused and cancels nothing', async () => {
  const mine = await aBooking()
  const answer = await api.cancel(mine.token, { body: { note: 'x'.repeat(501) } })
  expect(answer.status).toBe(400)
  expect(bodyOf(answer)).toEqual({ errors: [{ path: 'note', message: 'Au plus 500 caractères.' }] })
  expect(bodyOf<Receipt>(await api.view(mine.token)).reservation.status).toBe('en_attente')
})

test('a client’s message stands on the page, and the owners are told', async () => {
  const mine = await aBooking()
  const answer = await api.write(mine.token, { body: { text: '  Y a-t-il un parking ?\u0000 ' } })
  expect(answer.status).toBe(201)
  const { messages } = bodyOf<Receipt>(answer).reservation
  expect(messages.at(-1)).toMatchObject({
    direction: 'entrant',
    text: 'Y a-t-il un parking ?',
    state: 'publiee',
  })
  const notice = await one<{ recipient: string; text: string }>(
    `select recipient, text from messages where reservation_id = $1 and template = 'nouveau_message'`,
    [mine.id],
  )
  expect(notice.recipient).toBe(owner.email)
  expect(notice.text).toContain('Y a-t-il un parking ?')
})

test('empty and endless messages are refused; 30 an hour may be written', async () => {
  const mine = await aBooking()
  const write = (text: unknown) => api.write(mine.token, { body: { text } })
  for (const text of ['', '  ', '\u0000', null, 'x'.repeat(2001)])
    expect((await write(text)).status).toBe(400)
  for (let turn = 0; turn < 30; turn += 1) expect((await write(`Message ${turn}`)).status).toBe(201)
  const refused = await write('Un de trop')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_500)
  expect(await count('messages', `reservation_id = $1 and direction = 'entrant'`, [mine.id])).toBe(
    30,
  )
})
