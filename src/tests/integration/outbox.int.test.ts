import { expect, test } from 'vitest'
import { claim, settle } from '@/messaging/outbox'
import { openMailer } from '@/messaging/mailer'
import { startWorker } from '@/worker/run'
import { sendMessages } from '@/worker/sendMessages'
import { aProperty, house } from '@/tests/support/house'
import { booked } from '@/tests/support/http'
import { server, withMail } from '@/tests/support/mailHouse'
import { nobodyListens, type Behaviour } from '@/tests/support/mailServer'
import { aDueMail, becomesDue, outgoing, sendThrough } from '@/tests/support/outbox'
import { count, one, rows } from '@/tests/support/sql'
import { waitUntil } from '@/tests/support/waitUntil'

withMail()

test('without SMTP messages wait as a_envoyer, and no worker claims or sends any', async () => {
  const id = await aDueMail()
  const payload = await house()
  expect(await openMailer(payload)).toBeNull()
  const worker = await startWorker(payload)
  await waitUntil('the worker has looked', async () => (await count('worker_heartbeats')) === 1)
  await worker.stop()
  expect(await outgoing(id)).toMatchObject({ state: 'a_envoyer', attempts: 0, sent: false })
  expect(await count('messages', `state in ('envoyee', 'en_cours')`)).toBe(0)
  // A worker that stopped on purpose leaves no sign of life behind.
  expect(await count('worker_heartbeats')).toBe(0)
})

test('a message is envoyee when the server answered 250, with its answer and the time', async () => {
  const id = await aDueMail()
  expect(await sendThrough(server.url)).toBe(1)
  const row = await outgoing(id)
  expect(row).toMatchObject({ state: 'envoyee', attempts: 1, sent: true, last_error: null })
  expect(row.server_answer).toMatch(/^250/)
  expect(row.provider_id).toBe(`<message-${id}@localhost>`)
  expect(await sendThrough(server.url)).toBe(0)
  expect(server.received).toHaveLength(1)
})

test.each<[Behaviour, string, RegExp]>([
  ['421 at the greeting', 'echouee', /421/],
  ['450 at the recipient', 'echouee', /450 mailbox busy/],
  ['451 after the text', 'echouee', /451 try again later/],
  ['550 at the recipient', 'abandonnee', /550 no such mailbox/],
  ['554 after the text', 'abandonnee', /554 looks like spam/],
])('a server that answers %s leaves the message %s', async (behaviour, state, error) => {
  const id = await aDueMail()
  server.behave(behaviour)
  expect(await sendThrough(server.url)).toBe(1)
  const row = await outgoing(id)
  expect(row).toMatchObject({ state, attempts: 1, sent: false, server_answer: null })
  expect(row.last_error).toMatch(error)
  if (state === 'abandonnee') expect(row.wait).toBeNull()
  else {
    // The first retry comes after a minute, a fifth later at most.
    expect(row.wait).toBeGreaterThan(50)
    expect(row.wait).toBeLessThanOrEqual(72)
    server.behave('accept')
    await becomesDue(id)
    await sendThrough(server.url)
    expect(await outgoing(id)).toMatchObject({ state: 'envoyee', attempts: 2 })
  }
})

test('a server that cannot be reached is tried again, and the message is surely not sent', async () => {
  const id = await aDueMail()
  await sendThrough(await nobodyListens())
  const row = await outgoing(id)
  expect(row).toMatchObject({ state: 'echouee', attempts: 1, sent: false })
  expect(row.last_error).toMatch(/^Serveur de messagerie injoignable/)
  // However often: nothing is unknown about it, so it is not given up after the second time.
  for (let attempt = 2; attempt <= 4; attempt += 1) {
    await becomesDue(id)
    await sendThrough(await nobodyListens())
    expect(await outgoing(id)).toMatchObject({ state: 'echouee', attempts: attempt })
  }
  await becomesDue(id)
  await sendThrough(server.url)
  expect(await outgoing(id)).toMatchObject({ state: 'envoyee', attempts: 5 })
})

test.each<[Behaviour, number]>([
  ['closed after the text', 0],
  ['silent after the text', 0],
  ['taken, then closed', 1],
])(
  '%s: the outcome is unknown, tried once more with the same Message-ID, then given up',
  async (behaviour, copies) => {
    const id = await aDueMail()
    const before = server.received.length
    server.behave(behaviour)
    await sendThrough(server.url, 1_000)
    const row = await outgoing(id)
    expect(row).toMatchObject({ state: 'echouee', attempts: 1, sent: false })
    expect(row.last_error).toMatch(/issue inconnue/)
    expect(server.received).toHaveLength(before + copies)

    await becomesDue(id)
    await sendThrough(server.url, 1_000)
    expect(await outgoing(id)).toMatchObject({ state: 'abandonnee', attempts: 2, wait: null })
    const ids = server.received.slice(before).map(({ mail }) => mail.messageId)
    expect(ids).toEqual(Array.from({ length: 2 * copies }, () => `<message-${id}@localhost>`))
  },
)

test('after an unknown outcome the second try may succeed: same Message-ID, then envoyee', async () => {
  const id = await aDueMail()
  server.behave('taken, then closed')
  await sendThrough(server.url)
  server.behave('accept')
  await becomesDue(id)
  await sendThrough(server.url)
  expect(await outgoing(id)).toMatchObject({ state: 'envoyee', attempts: 2 })
  const copies = server.received.filter(
    ({ mail }) => mail.messageId === `<message-${id}@localhost>`,
  )
  expect(copies).toHaveLength(2)
  const [first, second] = copies.map(({ mail }) => [mail.subject, mail.date, mail.text, mail.html])
  expect(second).toEqual(first)
})

test('waits grow from a minute to four hours, and 48 hours after the event it is given up', async () => {
  const id = await aDueMail()
  server.behave('450 at the recipient')
  const waits: number[] = []
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    await becomesDue(id)
    await sendThrough(server.url)
    waits.push((await outgoing(id)).wait ?? Number.NaN)
  }
  const minutes = [1, 5, 15, 60, 240, 240]
  for (const [index, wait] of waits.entries()) {
    expect(wait).toBeGreaterThan((minutes[index] ?? 0) * 60 - 10)
    expect(wait).toBeLessThanOrEqual((minutes[index] ?? 0) * 72)
  }
  // 45 hours on, the next try would come too late. The row's clock moves, nobody sleeps.
  await rows('alter table messages disable trigger user')
  await rows(`update messages set created_at = created_at - interval '45 hours' where id = $1`, [
    id,
  ])
  await rows('alter table messages enable trigger user')
  await becomesDue(id)
  await sendThrough(server.url)
  expect(await outgoing(id)).toMatchObject({ state: 'abandonnee', attempts: 7, wait: null })
})

test('of two workers at once each message is claimed by one', async () => {
  for (let turn = 0; turn < 15; turn += 1) await booked(await aProperty())
  await rows(`update messages set next_attempt_at = now() where state = 'a_envoyer'`)
  const due = await count('messages', `state = 'a_envoyer'`)
  expect(due).toBeGreaterThanOrEqual(30)
  const before = server.received.length
  const taken = await Promise.all([
    sendThrough(server.url),
    sendThrough(server.url),
    sendThrough(server.url),
  ])
  expect(taken.reduce((sum, one) => sum + one, 0)).toBe(due)
  const ids = server.received.slice(before).map(({ mail }) => mail.messageId)
  expect(ids).toHaveLength(due)
  expect(new Set(ids).size).toBe(due)
  expect(
    await count('messages', `state = 'envoyee' and attempts = 1 and sent_at is not null`),
  ).toBeGreaterThanOrEqual(due)
})

test('a dead worker’s claim is free after two minutes; what it says too late is not heard', async () => {
  const payload = await house()
  const id = await aDueMail()
  const dead = await claim(payload, 'nouveaux')
  expect(dead).toMatchObject({ id, attempts: 1 })
  const lease = await one<{ seconds: number }>(
    'select extract(epoch from lease_until - now())::int as seconds from messages where id = $1',
    [id],
  )
  expect(lease.seconds).toBeGreaterThan(110)
  expect(lease.seconds).toBeLessThanOrEqual(120)
  expect(await claim(payload, 'nouveaux')).toBeNull()
  expect(await claim(payload, 'reprises')).toBeNull()

  await rows(`update messages set lease_until = now() - interval '1 second' where id = $1`, [id])
  const heir = await claim(payload, 'reprises')
  expect(heir).toMatchObject({ id, attempts: 2 })
  expect((await outgoing(id)).last_error).toMatch(/issue inconnue/)
  if (!dead || !heir) throw new Error('nothing was claimed')

  const accepted = (answer: string) =>
    ({ outcome: { kind: 'accepted', answer }, verdict: { state: 'envoyee', answer } }) as const
  expect(await settle(payload, dead, '<late@localhost>', accepted('250 late'))).toBe(false)
  expect(await outgoing(id)).toMatchObject({ state: 'en_cours', attempts: 2 })
  expect(await settle(payload, heir, '<x@localhost>', accepted('250 ok'))).toBe(true)
  expect(await outgoing(id)).toMatchObject({ state: 'envoyee', server_answer: '250 ok' })
})

test('a worker sends by itself what becomes due, within seconds', async () => {
  const payload = await house()
  const worker = await startWorker(payload)
  try {
    const id = await aDueMail()
    await waitUntil('it is sent', async () => (await outgoing(id)).state === 'envoyee')
  } finally {
    await worker.stop()
  }
})

test('what is not an e-mail to send is never claimed', async () => {
  const { token } = await booked(await aProperty(), {
    client: { name: 'Patrick Itoua', phone: '06 445 67 89' },
  })
  const { api } = await import('@/tests/support/http')
  await api.write(token, { body: { text: 'Bonjour, le portail est-il gardé ?' } })
  await rows(`update messages set next_attempt_at = now() where channel = 'espace'`)
  await rows(
    `update messages set next_attempt_at = now() + interval '1 day' where channel = 'email'`,
  )
  const payload = await house()
  expect(await claim(payload, 'nouveaux')).toBeNull()
  expect(await claim(payload, 'reprises')).toBeNull()
  const mailer = await openMailer(payload)
  if (!mailer) throw new Error('no mailer')
  expect(await sendMessages(payload, mailer)).toBe(0)
})
