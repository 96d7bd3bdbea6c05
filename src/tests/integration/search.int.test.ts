import { expect, test } from 'vitest'
import { at, freshPhone, type Staff } from '@/tests/support/house'
import { bodyOf, booked, rest } from '@/tests/support/http'
import { rows } from '@/tests/support/sql'
import { withAgency, owner, admin, property } from '@/tests/support/agencyHouse'

/** What a search by client finds where much else is alike. */

withAgency()

const found = async (as: Staff, path: string, text: string) => {
  const query = new URLSearchParams({ [`where[or][0][${path}][like]`]: text, limit: '50' })
  const answer = await rest('GET', `/reservations?${query.toString()}`, { as })
  return bodyOf<{ docs: { reference: string }[] }>(answer).docs.map(({ reference }) => reference)
}

test('what reads like a whole number of nobody is looked for as a part', async () => {
  const abroad = await booked(property, {
    startsAt: at(4, '09:00'),
    client: { name: 'Kouassi Ahou', phone: '+225 05 11 22 33 44' },
  })
  // Nine digits with 05 in front are a Congolese number; here they begin an Ivorian one.
  expect(await found(owner, 'clientPhone', '05 112 23 34')).toEqual([abroad.reservation.reference])
})

test.each([
  ['a name of fifty', 'Voisin', 50, 5],
  ['a common name', 'Homonyme', 201, 6],
])(
  'of %s those are found that the list shows first, however old the client',
  async (_, name, many, day) => {
    const old = await booked(property, {
      startsAt: at(day, '10:00'),
      client: { name: `${name} Ancien`, phone: freshPhone() },
    })
    await rows(
      `with namesakes as (
       insert into clients (name, phone, locale)
       select $2 || ' ' || n, '+2420670' || lpad(n::text, 5, '0'), 'fr'
       from generate_series(1, $3::int) n returning id)
     insert into reservations select (jsonb_populate_record(r, jsonb_build_object(
       'id', 90000 + c.id, 'client_id', c.id, 'reference', 'RSV-H' || c.id, 'status', 'annulee',
       'status_reason', 'refusee', 'request_key', 'homonyme-' || c.id, 'tracking_hash', null,
       'awaiting_until', null))).*
     from reservations r, namesakes c where r.id = $1`,
      [old.id, name, many],
    )
    for (const as of [admin, owner]) {
      const references = await found(as, 'clientName', name.toLowerCase())
      expect(references[0]).toBe(old.reservation.reference)
      expect(references).toHaveLength(50)
    }
  },
)
