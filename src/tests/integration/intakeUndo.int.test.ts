import { beforeAll, describe, expect, test } from 'vitest'
import { aProperty, aStaff, freshPhone, e164, type Staff } from '@/tests/support/house'
import { api, aRequest, rest } from '@/tests/support/http'
import { imported, undo } from '@/tests/support/intake'
import { nextNumber, past, people, property } from '@/tests/support/intakeFiles'
import { checksums, count, one, refusalCode, rows } from '@/tests/support/sql'

let admin: Staff
beforeAll(async () => {
  admin = await aStaff('admin', 'Prisca Loemba')
})

describe('taking an import back', () => {
  test('what nobody used goes: properties, past reservations and the clients they brought', async () => {
    const { slug } = await aProperty()
    const { file, reference } = past(slug)
    const before = await checksums('intakes', 'intake_rows', 'rate_limits')
    const first = await imported(admin, 'reservations', file)
    const second = await imported(admin, 'biens', property(`villa-rendue-${nextNumber()}`))
    expect((await undo(admin, first)).dit).toBe('defait')
    expect((await undo(admin, second)).dit).toBe('defait')
    expect(await checksums('intakes', 'intake_rows', 'rate_limits')).toEqual(before)
    expect(await count('past_reservations', 'reference = $1', [reference])).toBe(0)
    expect((await undo(admin, first)).dit).toBe('passe')
  })

  test('what somebody used stays, and says why', async () => {
    const { slug } = await aProperty()
    const [asked, shared, edited] = [freshPhone(), freshPhone(), freshPhone()]
    const file = `nom;telephone\nAwa Mabiala;${asked}\nAwa Mabiala;${shared}\nAwa Mabiala;${edited}\nNouvelle;${freshPhone()}\n`
    const id = await imported(admin, 'clients', file)
    const client = { name: 'Awa Mabiala', phone: asked, email: null }
    expect((await api.request({ body: aRequest({ slug }, { client }) })).status).toBe(201)
    await imported(admin, 'reservations', past(slug, { telephone: shared }).file)
    await rows(`update clients set updated_at = now(), locale = 'en' where phone = $1`, [
      e164(edited),
    ])
    expect((await undo(admin, id)).dit).toBe('defait')
    expect(
      await rows(`select line, kept from intake_rows where intake_id = $1 order by line`, [id]),
    ).toEqual([
      { line: 2, kept: 'reservation' },
      { line: 3, kept: 'reprise' },
      { line: 4, kept: 'modifie' },
      { line: 5, kept: null },
    ])
    for (const phone of [asked, shared, edited])
      expect(await count('clients', 'phone = $1', [e164(phone)])).toBe(1)
    expect(await count('clients', `name = 'Nouvelle'`)).toBe(0)
  })

  test('a property that was edited or booked since stays', async () => {
    const slug = `villa-gardee-${nextNumber()}`
    const id = await imported(admin, 'biens', property(slug))
    const { id: propertyId } = await one<{ id: number }>(
      'select id from properties where slug = $1',
      [slug],
    )
    const edit = { description: 'Relue.' }
    await rest('PATCH', `/properties/${propertyId}`, { as: admin, body: edit })
    await undo(admin, id)
    expect(await count('properties', 'slug = $1', [slug])).toBe(1)
  })

  test('two at once: one does it', async () => {
    const id = await imported(admin, 'clients', people().file)
    const said = await Promise.all([undo(admin, id), undo(admin, id), undo(admin, id)])
    expect(said.filter(({ dit }) => dit === 'defait')).toHaveLength(1)
    expect((await undo(admin, id)).dit).toBe('passe')
  })
})

describe('what the database guards, whoever writes', () => {
  test('a past reservation is not rewritten, nor deleted but by taking its file back', async () => {
    const { slug } = await aProperty()
    const { file, reference } = past(slug)
    const id = await imported(admin, 'reservations', file)
    const refused = (statement: string) => refusalCode(statement, [reference])
    expect(await refused(`update past_reservations set note = 'x' where reference = $1`)).toBe(
      '23514',
    )
    expect(await refused(`delete from past_reservations where reference = $1`)).toBe('23514')
    expect(
      await refused(
        `update past_reservations set ends_at = now() + interval '1 day' where reference = $1`,
      ),
    ).toBe('23514')
    expect(await refusalCode('delete from intakes where id = $1', [id])).toBe('23514')
    expect(await refusalCode(`update intakes set file_hash = 'x' where id = $1`, [id])).toBe(
      '23514',
    )
    expect(await refusalCode('delete from intake_rows where intake_id = $1', [id])).toBe('23514')
  })

  test('an erased client’s past reservation loses its words and keeps its dates', async () => {
    const { slug } = await aProperty()
    const { file, reference } = past(slug)
    await imported(admin, 'reservations', file)
    const { client } = await one<{ client: number }>(
      'select client_id as client from past_reservations where reference = $1',
      [reference],
    )
    const exported = await rest('GET', `/clients/${client}/data`, { as: admin })
    expect(exported.text).toContain(reference)
    expect((await rest('POST', `/clients/${client}/erase`, { as: admin, body: {} })).status).toBe(
      200,
    )
    expect(
      await one('select note, status::text from past_reservations where reference = $1', [
        reference,
      ]),
    ).toEqual({ note: null, status: 'confirmee' })
  })
})
