import { readFileSync } from 'node:fs'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { healthLines } from '@/admin/healthLines'
import { healthWords } from '@/admin/healthWords'
import { GET as metrics } from '@/app/metrics/route'
import { env } from '@/env'
import { healthFacts } from '@/health'
import type { Property } from '@/payload-types'
import { aProperty, aStaff, at, house } from '@/tests/support/house'
import { booked, rest } from '@/tests/support/http'
import { rows } from '@/tests/support/sql'

const TOKEN = 'metrics-token-of-the-tests'

let property: Property

beforeAll(async () => {
  const owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  const admin = await aStaff('admin', 'Prisca Loemba')
  property = await aProperty({ owners: [owner.id] })
  const body = { name: 'Comptabilité', address: 'https://compta.example/', events: ['demandee'] }
  await rest('POST', '/webhooks', { as: admin, body })
})

const { smtpUrl } = env

afterEach(() => {
  env.metricsToken = undefined
  env.smtpUrl = smtpUrl
})

const ask = (authorization?: string) =>
  metrics(
    new Request('http://localhost/metrics', {
      headers: authorization ? { Authorization: authorization } : {},
    }),
  )

/** The figure of this name, as Prometheus would read it. */
async function figure(name: string): Promise<number> {
  env.metricsToken = TOKEN
  const text = await (await ask(`Bearer ${TOKEN}`)).text()
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1])
}

test('without METRICS_TOKEN there is no such page, and with it only for whoever has it', async () => {
  expect((await ask()).status).toBe(404)
  env.metricsToken = TOKEN
  expect((await ask()).status).toBe(404)
  expect((await ask('Bearer another-token-altogether')).status).toBe(404)
  expect((await ask(`Bearer ${TOKEN}`)).status).toBe(200)
})

test('calls that programs wait for are counted, with the time of the oldest', async () => {
  expect(await figure('scim_webhooks_waiting')).toBe(0)
  await booked(property, { startsAt: at(3, '09:00') })
  await booked(property, { startsAt: at(3, '10:00') })
  expect(await figure('scim_webhooks_waiting')).toBe(2)
  await rows(`update webhook_deliveries set next_attempt_at = now() - interval '20 minutes'
    where id = (select min(id) from webhook_deliveries)`)
  const overdue = await figure('scim_webhooks_overdue_seconds')
  expect(overdue).toBeGreaterThanOrEqual(1_200)
  expect(overdue).toBeLessThan(1_320)
})

test('a program that was switched off waits for nothing', async () => {
  await rows('update webhooks set enabled = false')
  expect(await figure('scim_webhooks_waiting')).toBe(0)
  expect(await figure('scim_webhooks_overdue_seconds')).toBe(0)
  await rows('update webhooks set enabled = true')
})

test('a call that was given up is told for a day', async () => {
  await rows(`update webhook_deliveries set state = 'abandonnee', next_attempt_at = null
    where id = (select max(id) from webhook_deliveries)`)
  expect(await figure('scim_webhooks_given_up_24h')).toBe(1)
  expect(await figure('scim_webhooks_waiting')).toBe(1)
})

test('a mail withdrawn because it was no longer true is none that was given up', async () => {
  const { id } = await booked(property, { startsAt: at(4, '09:00') })
  const before = await figure('scim_outbox_given_up_24h')
  const payload = await house()
  const shownBefore = (await healthFacts(payload)).givenUp
  await rows(
    `update messages set state = 'abandonnee', withdrawn_at = now()
     where reservation_id = $1 and template = 'accuse_reception'`,
    [id],
  )
  await rows(
    `update messages set state = 'abandonnee'
     where reservation_id = $1 and template = 'nouvelle_demande'`,
    [id],
  )
  expect(await figure('scim_outbox_given_up_24h')).toBe(before + 1)
  expect((await healthFacts(payload)).givenUp).toBe(shownBefore + 1)
})

test('nobody is woken for mails that wait because no mail server is set', async () => {
  await booked(property, { startsAt: at(5, '09:00') })
  await rows(`update messages set next_attempt_at = now() - interval '1 day'
    where channel = 'email' and state = 'a_envoyer'`)
  env.smtpUrl = undefined
  expect(await figure('scim_outbox_overdue_seconds')).toBeGreaterThan(300)
  expect(await figure('scim_mail_server_set')).toBe(0)
  env.smtpUrl = 'smtp://localhost:2525'
  expect(await figure('scim_mail_server_set')).toBe(1)
  const { groups } = parse(readFileSync('src/deploy/alerts.yml', 'utf8')) as Rules // as: our own file.
  const rule = groups[0]?.rules.find(({ alert }) => alert === 'ScimMailStalled')
  expect(rule?.expr).toBe('scim_outbox_overdue_seconds > 300 and scim_mail_server_set == 1')
})

type Rules = { groups: { rules: { alert: string; expr: string }[] }[] }

test('a health page that cannot be read says why by a code, logs it once, and shows the rest', async () => {
  const payload = await house()
  const logged = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
  await rows('alter table worker_heartbeats rename to gone')
  try {
    const lines = await healthLines(payload, healthWords('fr'), 'fr')
    expect(lines.map(({ name }) => name)).toEqual([
      'Base de données',
      'WhatsApp',
      'Sauvegardes de la nuit',
    ])
    expect(lines[0]).toMatchObject({
      health: 'down',
      detail: 'son état n’a pas pu être lu (code 42P01) ; le journal du serveur dit où',
    })
    expect(logged.mock.calls).toMatchObject([
      [{ err: { code: '42P01' }, msg: 'health could not be read' }],
    ])
  } finally {
    await rows('alter table gone rename to worker_heartbeats')
    logged.mockRestore()
  }
})
