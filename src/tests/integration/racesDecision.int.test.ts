import { expect, test } from 'vitest'
import { aProperty, at } from '@/tests/support/house'
import { api, booked, bodyOf, rest } from '@/tests/support/http'
import { count, one, rows } from '@/tests/support/sql'
import { withAgency, owner, admin, property } from '@/tests/support/agencyHouse'

withAgency()

test('of two decisions at once one wins, the other reads who decided and when', async () => {
  let time = 8
  for (let turn = 0; turn < 8; turn += 1) {
    time += 1
    const { id } = await booked(property, {
      startsAt: at(4, `${String(time).padStart(2, '0')}:00`),
    })
    const [confirm, cancel] = await Promise.all([
      rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } }),
      rest('PATCH', `/reservations/${id}`, { as: admin, body: { status: 'annulee' } }),
    ])
    const row = await one<{ status: string; decided_by_name: string }>(
      'select status, decided_by_name from reservations where id = $1',
      [id],
    )
    const steps = await rows<{ to: string; at: Date }>(
      `select "to", at from status_history where reservation_id = $1 and "from" is not null
       order by at, id`,
      [id],
    )
    if (confirm.status === 200 && cancel.status === 200) {
      // The one order in which both may succeed: confirmed first, then cancelled.
      expect(steps.map(({ to }) => to)).toEqual(['confirmee', 'annulee'])
      continue
    }
    expect([cancel.status, confirm.status]).toEqual([200, 409])
    expect(row).toEqual({ status: 'annulee', decided_by_name: 'Prisca Loemba' })
    expect(steps.map(({ to }) => to)).toEqual(['annulee'])
    const clock = clockOf(steps[0]?.at)
    expect(bodyOf<{ errors: { message: string }[] }>(confirm).errors[0]?.message).toBe(
      `Cette réservation est déjà annulée par Prisca Loemba à ${clock}.`,
    )
  }
})

/** As a clock in Brazzaville, UTC+1, shows it. */
function clockOf(instant: Date | undefined): string {
  const local = new Date((instant?.getTime() ?? 0) + 3_600_000).toISOString()
  return `${Number(local.slice(11, 13))} h ${local.slice(14, 16)}`
}

test('two who confirm at once: both read 200, and the client is told once', async () => {
  const { id } = await booked(property, { startsAt: at(5, '09:00') })
  const answers = await Promise.all(
    [owner, admin, owner, admin].map((as) =>
      rest('PATCH', `/reservations/${id}`, { as, body: { status: 'confirmee' } }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const confirmations = `reservation_id = $1 and template = 'confirmation'`
  expect(await count('messages', confirmations, [id])).toBe(1)
  expect(await count('status_history', `reservation_id = $1 and "to" = 'confirmee'`, [id])).toBe(1)
})

test('of 24 decisions at once none waits for a connection that the others hold: each is answered', async () => {
  const { id } = await booked(await aProperty({ owners: [owner.id] }))
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      rest('PATCH', `/reservations/${id}`, {
        as: index % 2 ? owner : admin,
        body: { status: index % 2 ? 'confirmee' : 'annulee' },
      }),
    ),
  )
  const other = answers.filter(({ status }) => status !== 200 && status !== 409)
  expect(other).toEqual([])
  expect(answers.filter((_, index) => index % 2 === 0).map(({ status }) => status)).toEqual(
    Array.from({ length: 12 }, () => 200),
  )
  expect(await count('status_history', `reservation_id = $1 and "to" = 'annulee'`, [id])).toBe(1)
})

test('the client cancels while the owner confirms: the table’s moves alone, each told once', async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    const time = `${String(9 + turn).padStart(2, '0')}:30`
    const villa = turn < 7 ? property : await aProperty({ owners: [owner.id] })
    const { id, token } = await booked(villa, { startsAt: at(6, turn < 7 ? time : '09:30') })
    const [cancel, confirm] = await Promise.all([
      api.cancel(token),
      rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } }),
    ])
    expect(cancel.status).toBe(200)
    const steps = await rows<{ step: string }>(
      `select "from" || ' ' || "to" || ' ' || actor as step from status_history
       where reservation_id = $1 and "from" is not null order by at, id`,
      [id],
    )
    expect(steps.map(({ step }) => step)).toEqual(
      confirm.status === 200
        ? ['en_attente confirmee proprietaire', 'confirmee annulee client']
        : ['en_attente annulee client'],
    )
    const told = await rows<{ template: string }>(
      `select template from messages where reservation_id = $1
         and template in ('confirmation', 'annulation', 'annulation_gestion') order by id`,
      [id],
    )
    expect(told.map(({ template }) => template)).toEqual([
      ...(confirm.status === 200 ? ['confirmation'] : []),
      'annulation',
      'annulation_gestion',
    ])
  }
})
