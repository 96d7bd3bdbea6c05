import { beforeAll, expect, test } from 'vitest'
import { calendarFacts } from '@/admin/calendar/calendarFacts'
import { dashboardFacts } from '@/admin/dashboard/dashboardFacts'
import { env } from '@/env'
import { healthFacts } from '@/health'
import { claim } from '@/messaging/outbox'
import { metricsText } from '@/portal/metrics'
import { pulseOf } from '@/pulse'
import { fill, PASSWORD } from '@/tests/bench/fill'
import { wish } from '@/tests/bench/wish'
import { onConnection } from '@/tests/support/connection'
import { day, house } from '@/tests/support/house'
import { api, rest } from '@/tests/support/http'
import { indexesOf, plannedAnew, usesOf, wholeReads } from '@/tests/support/plans'
import { one, rows } from '@/tests/support/sql'
import { keepClocks } from '@/worker/keepClocks'

/** What a few years leave behind: enough for the planner to see that whole tables are dear. */
const ROWS = 30_000
const PROPERTIES = ROWS / 500

let newest: { reference: string; token: string }
let admin: { token: string }
let owner: { token: string }

async function login(email: string): Promise<{ token: string }> {
  const payload = await house()
  const { token } = await payload.login({
    collection: 'users',
    data: { email, password: PASSWORD },
  })
  if (!token) throw new Error('the login gave no token')
  return { token }
}

beforeAll(async () => {
  await house()
  newest = await onConnection(env.databaseUrl, (sql) => fill(sql, ROWS, String(env.payloadSecret)))
  admin = await login('equipe0@scim.example')
  owner = await login('equipe1@scim.example')
}, 120_000)

const ok = async (answer: Promise<{ status: number; text: string }>) => {
  const { status, text } = await answer
  expect([status, status < 300 ? '' : text]).toEqual([status === 201 ? 201 : 200, ''])
}
const list = (as: () => { token: string }, query: string) => () =>
  ok(rest('GET', `/reservations?limit=25&${query}`, { as: as() }))
const search = (as: () => { token: string }, path: string, text: () => string) => () =>
  ok(
    rest('GET', `/reservations?limit=25&where[${path}][like]=${encodeURIComponent(text())}`, {
      as: as(),
    }),
  )
const all = () => admin
const own = () => owner

test.each<[string, () => Promise<unknown>]>([
  ['a booking', () => ok(api.request({ body: wish(0, PROPERTIES) }))],
  ['free slots', () => ok(api.slots(1, `from=${day(0)}&to=${day(13)}`))],
  ['tracking', () => ok(api.view(newest.token))],
  ['the list of all', list(all, 'page=1')],
  ['its hundredth page', list(all, 'page=100')],
  ['the list of an owner', list(own, 'page=1')],
  ['a search by phone', search(all, 'clientPhone', () => '06 000 01 23')],
  ['an owner’s search by phone', search(own, 'clientPhone', () => '06 000 01 23')],
  ['a search by a name of many', search(all, 'clientName', () => 'mabiala 42')],
  ['a search by the name of one', search(all, 'clientName', () => 'mabiala 14994')],
  ['an owner’s search by the name of one', search(own, 'clientName', () => 'mabiala 14994')],
  ['a search by a part of a word', search(all, 'clientName', () => 'iala 14994')],
  ['a search by a name and two letters nobody has', search(all, 'clientName', () => 'mabiala zq')],
  ['a search by one letter', search(all, 'clientName', () => 'é')],
  ['a search by a common name', search(all, 'clientName', () => 'mabiala')],
  ['an owner’s search by a common name', search(own, 'clientName', () => 'mabiala')],
  ['a search by a part of a phone', search(all, 'clientPhone', () => '000 01 2')],
  [
    'the panel’s search',
    list(
      all,
      'where[or][0][reference][like]=mabiala&where[or][1][clientName][like]=mabiala&where[or][2][clientPhone][like]=mabiala',
    ),
  ],
  ['a search by reference', search(all, 'reference', () => newest.reference)],
  ['a search by part of it', search(all, 'reference', () => newest.reference.slice(4, 8))],
  ['the morning of an admin', async () => dashboardFacts(await house(), null, new Date())],
  ['the morning of an owner', async () => dashboardFacts(await house(), 2, new Date())],
  [
    'a month of an owner’s calendar',
    async () =>
      calendarFacts({ payload: await house(), transactionID: undefined }, 2, {
        from: day(0),
        to: day(31),
      }),
  ],
  ['the outbox: what is new', async () => claim(await house(), 'nouveaux', 'reprises')],
  ['the outbox: what is tried again', async () => claim(await house(), 'reprises', 'nouveaux')],
  ['the pulse, which pages ask', async () => pulseOf(await house())],
  ['the health page', async () => healthFacts(await house())],
  ['the figures for Prometheus', () => metricsText()],
  ['the clocks', async () => keepClocks(await house(), { goOn: () => Promise.resolve(false) })],
])('%s reads no growing table whole', async (_, work) => {
  expect(await wholeReads(work)).toEqual([])
})

test.each<[string, () => Promise<unknown>]>([
  ['a booking', () => ok(api.request({ body: wish(1, PROPERTIES) }))],
  ['free slots', () => ok(api.slots(1, `from=${day(0)}&to=${day(13)}`))],
])('%s reads nothing that is over: what is taken is found by its end', async (_, work) => {
  const indexes = [...(await indexesOf(work))]
  expect(indexes.filter((name) => /starts_?at/i.test(name))).toEqual([])
  expect(indexes.some((name) => /^reservations_(taken|ends)$/.test(name))).toBe(true)
})

test.each<[string, () => Promise<unknown>]>([
  ['a booking', () => ok(api.request({ body: wish(3, PROPERTIES) }))],
  ['tracking', () => ok(api.view(newest.token))],
  [
    'a decision',
    async () => {
      const { id } = await one<{ id: number }>(
        `select min(id) as id from reservations where status = 'en_attente' and ends_at > now()`,
      )
      await ok(rest('PATCH', `/reservations/${id}`, { as: admin, body: { status: 'confirmee' } }))
    },
  ],
])('%s is planned once for each connection', async (_, work) => {
  expect(await plannedAnew(work)).toEqual([])
})

test('no trigger’s condition calls a function in SQL, whose text each update would read anew', async () => {
  const asked = await rows<{ trigger: string; function: string }>(
    `select t.tgname as trigger, d.refobjid::regprocedure::text as function
     from pg_trigger t
     join pg_depend d on d.classid = 'pg_trigger'::regclass and d.objid = t.oid
       and d.refclassid = 'pg_proc'::regclass and d.refobjid <> t.tgfoid
     join pg_proc p on p.oid = d.refobjid
     join pg_language l on l.oid = p.prolang
     where l.lanname = 'sql' and t.tgrelid in ('reservations'::regclass, 'messages'::regclass,
       'channel_deliveries'::regclass, 'clients'::regclass)`,
  )
  expect(asked).toEqual([])
})

test('a whole phone number is found by what it equals, not by its digits', async () => {
  const indexes = await indexesOf(search(all, 'clientPhone', () => '06 000 01 23'))
  expect([...indexes]).toContain('clients_phone_idx')
  expect([...indexes]).not.toContain('clients_phone_parts')
})

test('what a phone still waits for is counted among its own, not among all that wait', async () => {
  const indexes = [...(await indexesOf(() => ok(api.request({ body: wish(2, PROPERTIES) }))))]
  expect(indexes).toContain('reservations_held')
  expect(indexes).not.toContain('reservations_to_expire')
})

test('the list of an owner reads of others’ rows no more than the index', async () => {
  const uses = await usesOf(list(own, 'page=1'), 'reservations_urgency')
  expect(uses.map(({ filter }) => filter)).toEqual([undefined])
})

test('a rare name is found by what it is made of, a common one in the list', async () => {
  const rare = await indexesOf(search(all, 'clientName', () => 'mabiala 14994'))
  expect([...rare]).toContain('clients_name_parts')
  const common = await indexesOf(search(all, 'clientName', () => 'mabiala'))
  expect([...common]).not.toContain('clients_name_parts')
  expect([...common]).toContain('reservations_urgency')
})

test.each<[string, number | null]>([
  ['an admin', null],
  ['an owner', 2],
])('the morning of %s counts no answered promise of the month again', async (_, owner) => {
  const morning = async () => dashboardFacts(await house(), owner, new Date())
  const indexes = await indexesOf(morning)
  expect([...indexes]).toContain('reservations_unanswered')
  expect([...indexes]).toContain('messages_unreached')
  const uses = await usesOf(morning, 'reservations_respond_by_idx')
  expect(Math.max(...uses.map(({ rows }) => rows))).toBeLessThan(PROPERTIES)
})
