import { describe, expect, test } from 'vitest'
import { aProperty, aStaff, at, day, house, type Staff } from '@/tests/support/house'
import { api, aRequest, booked, bodyOf, rest } from '@/tests/support/http'
import { count, one, rows } from '@/tests/support/sql'
import { answers } from '@/tests/support/webServer'
import { tellClashes } from '@/worker/tellClashes'
import {
  withOutside,
  server,
  owner,
  other,
  guest,
  calendar,
  aClosedProperty,
  round,
  takenNights,
} from '@/tests/support/outsideHouse'

withOutside()

describe('what another calendar takes', () => {
  test('closes nights and slots here, by the next reading opens them again', async () => {
    server.behave(answers(200, calendar(guest('g1', 10, 12))))
    const property = await aClosedProperty()
    await round()
    expect(await takenNights(property, 9, 13)).toEqual([day(10), day(11)])
    const refused = await api.request({ body: aRequest(property, { startsAt: at(10, '09:00') }) })
    expect(refused.status).toBe(409)
    const stay = aRequest(property, { kind: 'sejour', startsAt: day(9), endsAt: day(11) })
    expect((await api.request({ body: stay })).status).toBe(409)
    server.behave(answers(200, calendar(guest('g1', 11, 12))))
    await round()
    expect(await takenNights(property, 9, 13)).toEqual([day(11)])
    server.behave(answers(200, calendar()))
    await round()
    expect(await takenNights(property, 9, 13)).toEqual([])
  })

  test('leaves what the owner closed by hand alone', async () => {
    server.behave(answers(200, calendar(guest('g1', 10, 12))))
    const property = await aClosedProperty()
    await rest('PATCH', `/properties/${property.id}`, {
      as: owner,
      body: { closedPeriods: [{ from: day(20), to: day(20) }] },
    })
    await round()
    server.behave(answers(200, calendar()))
    await round()
    expect(await takenNights(property, 9, 21)).toEqual([day(20)])
  })

  test('an address that is taken away takes its periods with it', async () => {
    server.behave(answers(200, calendar(guest('g1', 10, 12))))
    const property = await aClosedProperty()
    await round()
    await rest('PATCH', `/properties/${property.id}`, { as: owner, body: { calendars: [] } })
    await round()
    expect(await takenNights(property, 9, 13)).toEqual([])
  })
})

describe('a place taken here and elsewhere', () => {
  const told = (id: number) =>
    rows<{ recipient: string; subject: string; text: string }>(
      `select recipient, subject, text from messages
       where reservation_id = $1 and subject like '%aussi ailleurs'`,
      [id],
    )

  test('is told to the owner once, and nothing is resolved by itself', async () => {
    server.behave(answers(200, calendar(guest('g1', 30, 33))))
    const property = await aClosedProperty()
    const stay = { kind: 'sejour', startsAt: day(31), endsAt: day(34) }
    const { id, reservation } = await booked(property, stay)
    const apart = await booked(property, { kind: 'sejour', startsAt: day(35), endsAt: day(36) })
    await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })
    await round()
    const payload = await house()
    await Promise.all([tellClashes(payload), tellClashes(payload)])
    await tellClashes(payload)
    const messages = await told(id)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({
      recipient: owner.email,
      subject: `${reservation.reference} : place prise aussi ailleurs`,
    })
    expect(messages[0]?.text).toContain('Airbnb')
    expect(messages[0]?.text).toContain('Rien n’a été annulé ni déplacé')
    expect(await told(apart.id)).toEqual([])
    expect(await count('outside_conflicts', 'reservation_id = $1', [id])).toBe(1)
    const { status } = await one<{ status: string }>(
      'select status from reservations where id = $1',
      [id],
    )
    expect(status).toBe('confirmee')
    await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'annulee' } })
    expect(await count('outside_conflicts', 'reservation_id = $1', [id])).toBe(0)
  })

  test('one that cannot be told keeps none of the others waiting', async () => {
    server.behave(answers(200, calendar(guest('g1', 40, 43))))
    const property = await aClosedProperty()
    const asked = (from: number) =>
      booked(property, { kind: 'sejour', startsAt: day(from), endsAt: day(from + 1) })
    const [broken, whole] = [await asked(40), await asked(41)]
    await round()
    await rows(`create function no_words() returns trigger language plpgsql
      as $$ begin raise exception 'no words'; end $$;
      create trigger no_words before insert on messages for each row
        when (new.reservation_id = ${broken.id}) execute function no_words()`)
    expect(await tellClashes(await house())).toBe(1)
    expect([await told(broken.id), await told(whole.id)]).toMatchObject([[], [{}]])
    await rows('drop trigger no_words on messages')
    expect(await tellClashes(await house())).toBe(1)
    expect(await told(broken.id)).toHaveLength(1)
  })
})

describe('who knows the addresses', () => {
  const read = async (as: Staff | null, id: number) => {
    const answer = await rest('GET', `/properties/${id}`, { as })
    return 'calendars' in bodyOf<object>(answer)
  }

  test('the owner and admins; no visitor, no editor, no other owner', async () => {
    const property = await aClosedProperty()
    const editor = await aStaff('editeur', 'Aimé Tchicaya')
    const admin = await aStaff('admin', 'Prisca Loemba')
    expect(await read(owner, property.id)).toBe(true)
    expect(await read(admin, property.id)).toBe(true)
    expect(await read(null, property.id)).toBe(false)
    expect(await read(editor, property.id)).toBe(false)
    expect((await rest('GET', `/properties/${property.id}`, { as: other })).status).toBe(404)
    const list = await rest('GET', '/properties?limit=100')
    expect(list.text).not.toContain(server.url)
    const search = await rest('GET', '/properties?where[calendars.address][like]=airbnb')
    expect(search.status).toBe(400)
  })

  test.each(['ftp://example.com/a.ics', 'not an address', 'https://me:secret@example.com/a.ics'])(
    '%s is not taken',
    async (address) => {
      const property = await aProperty({ owners: [owner.id] })
      const answer = await rest('PATCH', `/properties/${property.id}`, {
        as: owner,
        body: { calendars: [{ name: 'Airbnb', address }] },
      })
      expect(answer.status).toBe(400)
    },
  )

  test('webcal: is read as https:', async () => {
    const property = await aProperty({ owners: [owner.id] })
    await rest('PATCH', `/properties/${property.id}`, {
      as: owner,
      body: { calendars: [{ name: 'Google', address: ' webcal://example.com/a.ics ' }] },
    })
    expect(
      await one('select address from properties_calendars where _parent_id = $1', [property.id]),
    ).toEqual({ address: 'https://example.com/a.ics' })
  })
})
