import { expect, test } from 'vitest'
import { moved, round, told } from '@/tests/support/clocks'
import { at, day, utc } from '@/tests/support/house'
import { api, booked, rest } from '@/tests/support/http'
import { owner, property, reservation, withRequest } from '@/tests/support/requestHouse'

/** Who did not choose the end is offered what else is free. */

withRequest()

test('an expired request comes with three free moments, each with a link that fills it in', async () => {
  await booked(property, { startsAt: at(3, '09:30') })
  await moved(reservation.id, { hold_until: '-1 second' })
  await round()
  const [client, staff] = await told(reservation.id)
  const links = [...(client?.text ?? '').matchAll(/\/reservation\/coordonnees\?(\S+)/g)].map(
    ([, query]) => Object.fromEntries(new URLSearchParams(query)),
  )
  const offered = (time: string) => ({ bien: property.slug, type: 'visite', debut: utc(3, time) })
  expect(links).toEqual([offered('08:30'), offered('08:00'), offered('10:00')])
  expect(client?.html.match(/href="[^"]*\/reservation\/coordonnees\?/g)).toHaveLength(3)
  expect(staff?.text).not.toContain('/reservation/coordonnees')
})

test('a stay that was refused comes with other nights', async () => {
  const nights = { startsAt: day(5), endsAt: day(7) }
  const stay = await booked(property, { kind: 'sejour', ...nights })
  await rest('PATCH', `/reservations/${stay.id}`, { as: owner, body: { status: 'annulee' } })
  const [message] = await told(stay.id)
  expect(message?.template).toBe('annulation')
  const links = message?.text.match(/type=sejour&debut=\d{4}-\d\d-\d\d&fin=\d{4}-\d\d-\d\d/g)
  expect(links).toHaveLength(3)
})

test('a client who cancels is offered nothing else', async () => {
  await api.cancel(reservation.token)
  const [message] = await told(reservation.id)
  expect(message?.template).toBe('annulation')
  expect(message?.text).not.toContain('/reservation/coordonnees')
})
