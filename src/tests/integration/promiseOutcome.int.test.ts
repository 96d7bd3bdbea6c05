import { expect, test } from 'vitest'
import { promiseLine } from '@/admin/promiseLine'
import type { Receipt } from '@/domain/view'
import { requestEnd, requestEnds } from '@/requestEnds'
import { moved, round } from '@/tests/support/clocks'
import { house } from '@/tests/support/house'
import { api, bodyOf, rest } from '@/tests/support/http'
import { owner, reservation, withRequest } from '@/tests/support/requestHouse'
import { one } from '@/tests/support/sql'
import { statementsOf } from '@/tests/support/statements'

/** What became of the promise of a request that ended unanswered: every door says the same. */

withRequest()

test('the promise of a request that expired is missed, for its client and in a staff export', async () => {
  await moved(reservation.id, { respond_by: '-23 hours', hold_until: '-1 second' })
  const seen = async () =>
    bodyOf<Receipt>(await api.view(reservation.token)).reservation.promise.state
  expect(await seen()).toBe('en_retard')
  await round()
  expect(await seen()).toBe('manquee')
  const query = `format=json&where[reference][equals]=${reservation.reservation.reference}`
  const exported = await rest('GET', `/reservations/export?${query}`, { as: owner })
  expect(bodyOf(exported)).toMatchObject([{ promise: 'Manquée' }])
})

test.each([
  ['-1 hour', 'manquee', 'Manquée', { words: 'Manquée', missed: true, late: false, open: false }],
  ['1 hour', 'a_temps', null, { words: null, missed: false, late: false, open: false }],
] as const)(
  'cancelled by its client with the promise due in %s: all say the same (%s)',
  async (due, state, label, line) => {
    const { id, token } = reservation
    await moved(id, { respond_by: due })
    expect((await api.cancel(token)).status).toBe(200)
    expect(bodyOf<Receipt>(await api.view(token)).reservation.promise.state).toBe(state)
    const query = `format=json&where[reference][equals]=${reservation.reservation.reference}`
    const exported = await rest('GET', `/reservations/export?${query}`, { as: owner })
    expect(bodyOf(exported)).toMatchObject([{ promise: label }])
    const payload = await house()
    const doc = await payload.findByID({ collection: 'reservations', id, overrideAccess: true })
    const ends = await requestEnds({ payload, transactionID: undefined }, [doc])
    expect(promiseLine(doc, new Date(), 'fr', ends.get(id))).toMatchObject(line)
  },
)

test('a list full of cancelled requests asks once when they ended', async () => {
  const payload = await house()
  await api.cancel(reservation.token)
  const { id } = reservation
  const row = { id, status: 'annulee', respondedAt: null }
  const others = [
    { id: id + 1_000_000, status: 'annulee' },
    { id, status: 'en_attente' },
  ]
  let ends: (Date | undefined)[] = []
  const sent = await statementsOf(async () => {
    ends = await Promise.all([row, ...others, row].map((one) => requestEnd(payload, one)))
  })
  expect(sent).toHaveLength(1)
  const { at } = await one<{ at: Date }>(
    `select at from status_history where reservation_id = $1 and "to" = 'annulee'`,
    [id],
  )
  expect(ends).toEqual([at, undefined, undefined, at])
})
