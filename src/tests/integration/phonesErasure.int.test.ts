import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyErasures } from '@/backup/erasures'
import { env } from '@/env'
import { unreachedClients } from '@/messaging/unreached'
import { onConnection } from '@/tests/support/connection'
import { aProperty, aStaff, at, e164, freshPhone, house, type Staff } from '@/tests/support/house'
import { api, bodyOf, booked, rest } from '@/tests/support/http'
import { aLife, findTraces } from '@/tests/support/person'
import {
  channelsSet,
  deliveriesOf,
  deliveryOf,
  eventsOf,
  notifyStatuses,
  refusesTexts,
  reportText,
  sendTexts,
  smsAt,
  takesTemplates,
  takesTexts,
  whatsappAt,
} from '@/tests/support/phones'
import { one, rows } from '@/tests/support/sql'
import { aWebServer, type WebServer } from '@/tests/support/webServer'

let gateway: WebServer
let meta: WebServer
let owner: Staff
let admin: Staff
let property: Awaited<ReturnType<typeof aProperty>>
let day = 2

beforeAll(async () => {
  gateway = await aWebServer(takesTexts)
  meta = await aWebServer(takesTemplates)
  channelsSet({ sms: smsAt(gateway.url), whatsappApi: whatsappAt(meta.url) })
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  admin = await aStaff('admin', 'Prisca Loemba')
  property = await aProperty({ owners: [owner.id] })
})
afterAll(() => Promise.all([gateway.close(), meta.close()]))

const erase = (client: number) => rest('POST', `/clients/${client}/erase`, { as: admin, body: {} })

const clientOf = async (reservation: number) =>
  (
    await one<{ client: number }>('select client_id as client from reservations where id = $1', [
      reservation,
    ])
  ).client

async function anEndedRequest() {
  const client = { name: 'Awa Mabiala', phone: freshPhone(), email: 'awa@example.com' }
  const made = await booked(property, { client, startsAt: at((day += 1), '09:00') })
  await sendTexts()
  await api.cancel(made.token)
  return { ...made, phone: client.phone, client: await clientOf(made.id) }
}

test('with the person go the numbers, the texts, the providers’ words and their identifiers', async () => {
  gateway.behave((seen, response) => {
    const to = new URLSearchParams(seen.body).get('To')
    refusesTexts(400, 21211, `${to} is no number; ask ${to?.slice(1)}`)(seen, response)
  })
  const { id, client, traces, right } = await aLife(property, owner, (day += 1))
  await sendTexts()
  gateway.behave(takesTexts)
  await sendTexts()
  const accepted = (await deliveriesOf(id)).find(({ state }) => state === 'acceptee')
  await notifyStatuses([{ id: accepted?.provider_id, status: 'delivered' }])
  const before = await deliveriesOf(id)
  expect(before.length).toBeGreaterThan(1)
  const events = await eventsOf(before[0]?.id ?? 0)

  expect((await erase(client)).status).toBe(200)

  expect(await findTraces(traces)).toEqual([])
  const after = await deliveriesOf(id)
  expect(after.map(({ id, channel, template }) => [id, channel, template])).toEqual(
    before.map(({ id, channel, template }) => [id, channel, template]),
  )
  for (const { recipient, content, provider_id } of after) {
    expect([recipient, content]).toEqual(['', 'Effacé · Erased'])
    expect([null, 'efface']).toContain(provider_id)
  }
  expect((await eventsOf(before[0]?.id ?? 0)).map(([kind]) => kind)).toEqual(
    events.map(([kind]) => kind),
  )
  // A report that comes late tells of nobody any more.
  const late = { MessageSid: 'efface', MessageStatus: 'delivered', To: e164(right.phone) }
  expect((await reportText({ id: before[0]?.id ?? 0, form: late })).body).toBe('{"known":0}')
})

test('a text that is leaving stands in the way of an erasure', async () => {
  const { id, client } = await anEndedRequest()
  const { id: text } = await deliveryOf(id, 'annulation')
  await rows(`update channel_deliveries set state = 'en_cours' where id = $1`, [text])
  const refused = await erase(client)
  expect([refused.status, refused.text.includes('part en ce moment')]).toEqual([409, true])
  await rows(`update channel_deliveries set state = 'echouee' where id = $1`, [text])
  expect((await erase(client)).status).toBe(200)
  expect((await deliveriesOf(id)).find((one) => one.id === text)).toMatchObject({
    state: 'abandonnee',
    facts: 'withdrawn',
  })
})

test('a restored backup erases again what was leaving when it was made', async () => {
  const { id, client } = await anEndedRequest()
  await rows(
    `update channel_deliveries set state = 'en_cours' where reservation_id = $1
    and state = 'a_envoyer'`,
    [id],
  )
  const { created } = await one<{ created: Date }>(
    'select created_at as created from clients where id = $1',
    [client],
  )
  const erasure = { client, createdAt: created.toISOString(), at: new Date().toISOString() }
  const applied = await onConnection(env.databaseUrl, (connection) =>
    applyErasures(connection, [{ ...erasure, by: null, why: 'demande' }]),
  )
  expect(applied).toBe(1)
  for (const { recipient } of await deliveriesOf(id)) expect(recipient).toBe('')
})

test('the client’s data tells what went to which phone', async () => {
  const { id, client, phone, reservation } = await anEndedRequest()
  const answer = await rest('GET', `/clients/${client}/data`, { as: admin })
  type Data = { reservations: { reference: string; messages: { phones: object[] }[] }[] }
  const { reservations } = bodyOf<Data>(answer)
  const found = reservations.find(({ reference }) => reference === reservation.reference)
  expect(found?.messages[0]?.phones).toMatchObject([
    { channel: 'whatsapp_api', recipient: e164(phone), state: 'acceptee', deliveredAt: null },
  ])
  expect(await deliveriesOf(id)).toHaveLength(2)
})

test('who was told on the phone is not on the list of clients to call', async () => {
  const client = { name: 'Awa Mabiala', phone: freshPhone(), email: null }
  const { id } = await booked(property, { client, startsAt: at((day += 1), '09:00') })
  await sendTexts()
  const listed = async () => {
    const found = await unreachedClients(
      { payload: await house(), transactionID: undefined },
      owner.id,
      500,
    )
    return found.some(({ reservation }) => reservation === id)
  }
  const { provider_id } = await deliveryOf(id)
  await notifyStatuses([{ id: provider_id, status: 'sent' }])
  expect(await listed()).toBe(true)
  await notifyStatuses([{ id: provider_id, status: 'delivered' }])
  expect(await listed()).toBe(false)
})
