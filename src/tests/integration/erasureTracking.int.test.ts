import { expect, test } from 'vitest'
import { findByContact } from '@/portal/tracking'
import { withAgency } from '@/tests/support/agencyHouse'
import { erase, life } from '@/tests/support/erasureHouse'
import { freshAddress } from '@/tests/support/house'
import { one } from '@/tests/support/sql'

withAgency()

test('no contact whatever finds a reservation whose client was erased', async () => {
  const { client, id, right } = await life()
  const { reference } = await one<{ reference: string }>(
    'select reference from reservations where id = $1',
    [id],
  )
  expect((await erase(client)).status).toBe(200)
  for (const contact of ['', ' ', 'n’importe quoi', right.phone, right.email, null])
    expect([contact, await findByContact({ reference, contact }, freshAddress())]).toEqual([
      contact,
      { status: 404 },
    ])
})
