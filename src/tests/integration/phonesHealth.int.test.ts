import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { phoneLines, phoneTrouble } from '@/admin/phoneLines'
import { settingsList } from '@/admin/settingsList'
import { ChannelDeliveries } from '@/collections/ChannelDeliveries'
import { metricsText } from '@/portal/metrics'
import { readiness } from '@/portal/readiness'
import { stallNow } from '@/pulse'
import { aProperty, at, freshPhone, house } from '@/tests/support/house'
import { booked } from '@/tests/support/http'
import {
  channelsSet,
  deliveryOf,
  postponeTexts,
  refusesTexts,
  reportText,
  sendTexts,
  smsAt,
  takesTexts,
  textIsDue,
  TOKEN,
} from '@/tests/support/phones'
import { answers, aWebServer, type WebServer } from '@/tests/support/webServer'

let gateway: WebServer
let property: Awaited<ReturnType<typeof aProperty>>
let made = 0

beforeAll(async () => {
  gateway = await aWebServer(takesTexts)
  property = await aProperty()
})
afterAll(() => gateway.close())
beforeEach(async () => {
  channelsSet({ sms: smsAt(gateway.url) })
  gateway.behave(takesTexts)
  await postponeTexts()
})

const request = () =>
  booked(property, {
    client: { name: 'Awa Mabiala', phone: freshPhone(), email: 'awa@example.com' },
    startsAt: at(2 + (made += 1), '09:00'),
  })
const lines = async () => phoneLines(await house(), 'fr')
const hiddenFrom = (role: string) => {
  const { hidden } = ChannelDeliveries.admin ?? {}
  return typeof hidden === 'function' && hidden({ user: { role } as never }) // as: all it reads.
}
const figures = async () =>
  (await metricsText()).text.split('\n').filter((line) => /^scim_phones/.test(line))

test('not set is absent: no line, no setting, no figure, no list', async () => {
  channelsSet({})
  expect(await lines()).toEqual([])
  expect(await phoneTrouble(await house(), 'fr')).toBeNull()
  expect((await metricsText()).text).not.toContain('phones')
  const names = settingsList('fr').map(({ name }) => name)
  expect(names.filter((name) => /^(SMS|WHATSAPP)_/.test(name))).toEqual([])
  expect(hiddenFrom('admin')).toBe(true)
})

test('set, its settings are shown, and no secret', () => {
  const shown = settingsList('fr').filter(({ name }) => name.startsWith('SMS_'))
  expect(shown.map(({ name }) => name)).toEqual([
    'SMS_API_URL',
    'SMS_ACCOUNT',
    'SMS_FROM',
    'SMS_TOKEN',
  ])
  expect(JSON.stringify(shown)).not.toContain(TOKEN)
  expect([hiddenFrom('admin'), hiddenFrom('proprietaire'), hiddenFrom('editeur')]).toEqual([
    false,
    false,
    true,
  ])
})

test('a gateway that takes nothing shows, and no promise stalls for it', async () => {
  const payload = await house()
  const before = { stall: await stallNow(payload), ready: (await readiness()).status }
  gateway.behave(refusesTexts(503, 20503, 'Service unavailable'))
  const { id } = await request()
  await sendTexts()
  const [line] = await lines()
  expect(line).toMatchObject({ name: 'SMS', health: 'degraded' })
  expect(line?.detail).toContain('(503 20503 Service unavailable)')
  expect(await phoneTrouble(payload, 'fr')).toContain('le fournisseur ne prend rien depuis')
  expect({ stall: await stallNow(payload), ready: (await readiness()).status }).toEqual(before)

  gateway.behave(takesTexts)
  await textIsDue((await deliveryOf(id)).id)
  await sendTexts()
  expect(await lines()).toMatchObject([{ name: 'SMS', health: 'ok' }])
  expect(await phoneTrouble(payload, 'fr')).toBeNull()
})

test('what waits, is given up and comes back is counted', async () => {
  const waiting = await request()
  gateway.behave(refusesTexts(400, 21211, 'Invalid'))
  await request()
  await textIsDue((await deliveryOf(waiting.id)).id)
  await sendTexts()
  gateway.behave(takesTexts)
  const returned = await request()
  await sendTexts()
  const { id, provider_id, recipient } = await deliveryOf(returned.id)
  const form = { MessageSid: provider_id ?? '', MessageStatus: 'undelivered', To: recipient }
  await reportText({ id, form })
  const late = await request()
  await textIsDue((await deliveryOf(late.id)).id)
  expect(await figures()).toEqual([
    'scim_phones_waiting{channel="sms"} 1',
    expect.stringMatching(/^scim_phones_overdue_seconds\{channel="sms"\} \d+$/),
    'scim_phones_given_up_24h{channel="sms"} 2',
    'scim_phones_undelivered_24h{channel="sms"} 1',
  ])
  const [line] = await lines()
  expect(line?.detail).toMatch(/1 en attente · 2 abandonnés en 24 h · 1 non remis en 24 h$/)
})

test('where every text is refused for good, the line says so', async () => {
  gateway.behave(answers(400, '{"code":21606,"message":"From is not ours"}'))
  for (let times = 0; times < 6; times += 1) await request()
  await sendTexts()
  expect(await lines()).toMatchObject([{ health: 'degraded' }])
})
