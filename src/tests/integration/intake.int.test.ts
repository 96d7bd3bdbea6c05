import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { sweepDoors } from '@/worker/sweepDoors'
import { aProperty, aStaff, freshPhone, e164, house, type Staff } from '@/tests/support/house'
import { rest } from '@/tests/support/http'
import { dryRunOf, imported, importFile, reportOf } from '@/tests/support/intake'
import { nextNumber, past, people, property } from '@/tests/support/intakeFiles'
import { checksums, count, one, rows } from '@/tests/support/sql'

let admin: Staff
let owner: Staff
beforeAll(async () => {
  admin = await aStaff('admin', 'Prisca Loemba')
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
})

describe('a dry run', () => {
  test('tells every line and writes nothing but itself', async () => {
    await aProperty()
    const { file } = people()
    const before = await checksums('intakes', 'rate_limits')
    const { report } = await dryRunOf(admin, 'clients', `${file}X;123;pas-une-adresse\n`)
    expect(await checksums('intakes', 'rate_limits')).toEqual(before)
    expect(report.map(([line, , outcome]) => [line, outcome])).toEqual([
      ['2', 'création'],
      ['3', 'création'],
      ['4', 'refus'],
    ])
    const reason = report[2]?.slice(3).join(';')
    for (const column of ['nom : ', 'telephone : ', 'email : ']) expect(reason).toContain(column)
  })

  test('keeps the file’s own hash', async () => {
    const { file } = people()
    const { id } = await dryRunOf(admin, 'clients', file)
    const { hash } = await one<{ hash: string }>(
      'select file_hash as hash from intakes where id = $1',
      [id],
    )
    expect(hash).toBe(createHash('sha256').update(file).digest('hex'))
  })

  test('of Windows-1252 with commas reads the same', async () => {
    const text = Buffer.from(`nom,telephone\nZoé Ngoma,${freshPhone()}\n`, 'latin1')
    const id = await imported(admin, 'clients', Uint8Array.from(text))
    const { name } = await one<{ name: string }>(
      `select name from clients c join intake_rows w on w.record_id = c.id where w.intake_id = $1`,
      [id],
    )
    expect(name).toBe('Zoé Ngoma')
  })

  test('forgets its file after an hour', async () => {
    const { id, plan } = await dryRunOf(admin, 'clients', people().file)
    await rows(`alter table intakes disable trigger intakes_guard`)
    await rows(`update intakes set created_at = now() - interval '61 minutes' where id = $1`, [id])
    await rows(`alter table intakes enable trigger intakes_guard`)
    await sweepDoors(await house())
    expect(await count('intakes', 'id = $1', [id])).toBe(0)
    expect((await importFile(admin, id, plan)).dit).toBe('passe')
  })
})

describe('an import', () => {
  test('of properties: drafts with their owners, by the door of all others', async () => {
    const slug = `villa-reprise-${nextNumber()}`
    await imported(admin, 'biens', property(slug, owner.email.toUpperCase()))
    const answer = await rest('GET', `/properties?where[slug][equals]=${slug}`, { as: owner })
    expect(JSON.parse(answer.text)).toMatchObject({
      docs: [{ title: 'Villa', status: 'brouillon', kinds: ['visite'], slotMinutes: 30 }],
    })
    expect((await rest('GET', `/properties?where[slug][equals]=${slug}`)).text).toContain(
      '"docs":[]',
    )
  })

  test('of a property whose owner has no account, or a page address that is none: refused', async () => {
    const { report } = await dryRunOf(admin, 'biens', property('Pas Bon', 'x@example.com'))
    expect(report[0]?.[2]).toBe('refus')
    const { report: second } = await dryRunOf(admin, 'biens', property('bon', 'x@example.com'))
    expect(second[0]?.[3]).toContain('x@example.com')
  })

  test('of past reservations: no promise, no message, no place, no row among the living', async () => {
    const { slug, id: propertyId } = await aProperty()
    const before = await checksums(
      'intakes',
      'intake_rows',
      'past_reservations',
      'clients',
      'rate_limits',
    )
    const { file, reference } = past(slug)
    await imported(admin, 'reservations', file)
    const after = await checksums(
      'intakes',
      'intake_rows',
      'past_reservations',
      'clients',
      'rate_limits',
    )
    expect(after).toEqual(before)
    expect(
      await one(
        `select status::text, kind::text, property_id, starts_at, ends_at, note, origin
         from past_reservations where reference = $1`,
        [reference],
      ),
    ).toEqual({
      status: 'confirmee',
      kind: 'visite',
      property_id: propertyId,
      starts_at: new Date('2024-06-03T09:00:00Z'),
      ends_at: new Date('2024-06-03T09:30:00Z'),
      note: 'Contente.',
      origin: 'fichier.csv, ligne 2, Prisca Loemba',
    })
  })

  test('of a past reservation of a client the house knows: that record', async () => {
    const { slug } = await aProperty()
    const phone = freshPhone()
    await imported(admin, 'clients', `nom;telephone\nAwa Mabiala;${phone}\n`)
    const { file, reference } = past(slug, { telephone: phone })
    await imported(admin, 'reservations', file)
    expect(await count('clients', 'phone = $1', [e164(phone)])).toBe(1)
    expect(await count('past_reservations', 'reference = $1', [reference])).toBe(1)
  })

  test.each([
    ['a coming one', { debut: '03/06/2099 10:00' }, 'debut'],
    ['a property nobody has', { bien: 'nulle-part' }, 'bien'],
    ['an appointment without an hour', { debut: '03/06/2024' }, 'debut'],
    ['a stay without an end', { demande: 'séjour', debut: '2024-06-03' }, 'fin'],
    ['an end before its start', { fin: '03/06/2024 09:00' }, 'fin'],
    ['another status', { statut: 'en attente' }, 'statut'],
  ])('of a past reservation refuses %s', async (_, line, column) => {
    const { slug } = await aProperty()
    const { report } = await dryRunOf(admin, 'reservations', past(slug, line).file)
    expect(report[0]?.[2]).toBe('refus')
    expect(report[0]?.[3]).toContain(`${column} : `)
  })

  test('the same file twice: everything is there already', async () => {
    const { slug } = await aProperty()
    const files = [
      ['clients', people().file],
      ['biens', property(`villa-deux-fois-${nextNumber()}`)],
      ['reservations', past(slug).file],
    ] as const
    for (const [kind, file] of files) {
      await imported(admin, kind, file)
      const { id, plan, report } = await dryRunOf(admin, kind, file)
      expect(report.every(([, , outcome]) => outcome === 'déjà là')).toBe(true)
      expect((await importFile(admin, id, plan)).dit).toBe('rien')
    }
  })

  test('a person twice in one file is one person', async () => {
    const line = `Ida;${freshPhone()}\n`
    const { report } = await dryRunOf(admin, 'clients', `nom;telephone\n${line}${line}`)
    expect(report.map((cells) => cells.slice(2))).toEqual([
      ['création', ''],
      ['déjà là', 'à la ligne 2 de ce fichier'],
    ])
  })

  test('what changed since it was shown is not imported', async () => {
    const { file } = people()
    const { id, plan } = await dryRunOf(admin, 'clients', file)
    await imported(admin, 'clients', file.split('\n').slice(0, 2).join('\n'))
    const before = await count('clients')
    expect(await importFile(admin, id, plan)).toMatchObject({ essai: id, dit: 'change' })
    expect(await count('clients')).toBe(before)
    expect((await reportOf(admin, id)).map(([, , outcome]) => outcome)).toEqual([
      'déjà là',
      'création',
    ])
  })

  test('the same dry run, and two of the same file, five at once: imported once', async () => {
    const { file, names } = people(5)
    const [one, other] = [
      await dryRunOf(admin, 'clients', file),
      await dryRunOf(admin, 'clients', file),
    ]
    const said = await Promise.all(
      [one, one, other, one, other].map(({ id, plan }) => importFile(admin, id, plan)),
    )
    expect(said.filter(({ dit }) => dit === 'importe')).toHaveLength(1)
    expect(await count('clients', 'name = any($1)', [names])).toBe(5)
  })

  test('all or nothing: a line that fails in the end leaves nothing of the others', async () => {
    const { file, names } = people(3)
    const { id, plan } = await dryRunOf(admin, 'clients', file)
    await rows(
      `create function fail_third() returns trigger language plpgsql as
         $$ begin raise exception 'no' using errcode = 'check_violation'; end $$`,
    )
    await rows(
      `create trigger fail_third before insert on clients for each row
         when (new.name = '${names[2]}') execute function fail_third()`,
    )
    expect((await importFile(admin, id, plan)).dit).toBe('conflit')
    await rows('drop trigger fail_third on clients')
    expect(await count('clients', 'name = any($1)', [names])).toBe(0)
    expect(await count('intakes', `id = $1 and state = 'essai'`, [id])).toBe(1)
  })

  test('five thousand lines in one go', { timeout: 180_000 }, async () => {
    const number = nextNumber()
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `Client ${number};06 7${String(index).padStart(6, '0')}`,
    )
    const id = await imported(admin, 'clients', `nom;telephone\n${lines.join('\n')}\n`)
    expect(await count('intake_rows', 'intake_id = $1', [id])).toBe(5000)
  })
})
