import { expect, test } from 'vitest'
import { healthLines } from '@/admin/healthLines'
import { healthWords } from '@/admin/healthWords'
import { aProperty, at, house } from '@/tests/support/house'
import { booked } from '@/tests/support/http'
import { rows } from '@/tests/support/sql'

/** What an administrator reads of what fails, in words and spans of time that people say. */

const line = async (name: string, locale: 'fr' | 'en' = 'fr') =>
  (await healthLines(await house(), healthWords(locale), locale)).find((one) => one.name === name)

test('a worker that died days ago is told in days, not in seconds', async () => {
  await rows(`insert into worker_heartbeats (worker, beat_at)
    values (gen_random_uuid(), now() - interval '3 days 2 hours')`)
  expect(await line('Envoi et rappels automatiques')).toMatchObject({
    health: 'degraded',
    detail: 'plus vu depuis 3 jours 2 h : rien ne part, rien n’est rappelé',
  })
  expect(await line('Automatic sending and reminders', 'en')).toMatchObject({
    detail: 'not seen for 3 days 2 h: nothing leaves, nothing is reminded',
  })
})

test('programs that are told have a line only where there are some, and it says what fails', async () => {
  expect(await line('Programmes à prévenir')).toBeUndefined()
  await rows(`insert into webhooks (name, address, enabled, secret_version)
    values ('Comptabilité', 'https://compta.example/hook', true, 1)`)
  expect(await line('Programmes à prévenir')).toMatchObject({
    health: 'ok',
    detail: '1 programme, aucun échec en cours',
  })
  const { id } = await booked(await aProperty({}), { startsAt: at(3, '09:00') })
  // The booking's own call waits for the worker, which does not run here.
  await rows('delete from webhook_deliveries')
  const called = (state: string, ago: string) =>
    rows(`insert into webhook_deliveries
        (webhook_id, reservation_id, event, state, answer_status, sent_at, attempts, event_id, body,
         created_at)
      select id, ${id}, 'demandee', '${state}', 200, now(), 1, gen_random_uuid(), '{}',
        now() - interval '${ago}'
      from webhooks where name = 'Comptabilité'`)
  await called('abandonnee', '3 days')
  await called('abandonnee', '2 days')
  await called('echouee', '1 hour')
  expect(await line('Programmes à prévenir')).toMatchObject({
    health: 'degraded',
    detail: '1 appel à réessayer · 2 abandonnés depuis le dernier accepté',
    link: { href: '/admin/collections/webhook-deliveries' },
  })
  await called('envoyee', '1 minute')
  expect(await line('Programmes à prévenir')).toMatchObject({ detail: '1 appel à réessayer' })
})

test('a calendar that can no longer be read shows, with what that means for its nights', async () => {
  expect(await line('Calendriers d’ailleurs')).toBeUndefined()
  const { id } = await aProperty({})
  const read = (path: string, fault: string | null) =>
    rows('insert into outside_calendars (property_id, address, fault) values ($1, $2, $3)', [
      id,
      `https://calendar.example/${path}`,
      fault,
    ])
  await read('a.ics', null)
  expect(await line('Calendriers d’ailleurs')).toMatchObject({ health: 'ok' })
  await read('b.ics', 'http_404')
  expect(await line('Other calendars', 'en')).toMatchObject({
    health: 'degraded',
    detail:
      '1 of 2 can no longer be read: what was known stays closed; the property’s page says why',
  })
})
