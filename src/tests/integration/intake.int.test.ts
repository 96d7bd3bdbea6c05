import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { sweepDoors } from '@/worker/sweepDoors'
import { aProperty, aStaff, freshPhone, e164, house, type Staff } from '@/tests/support/house'
import { api, aRequest, rest } from '@/tests/support/http'
import { dryRunOf, imported, importFile, reportOf, tryFile, undo } from '@/tests/support/intake'
import { checksums, count, one, refusalCode, rows } from '@/tests/support/sql'

let admin: Staff
let owner: Staff
beforeAll(async () => {
  admin = await aStaff('admin', 'Prisca Loemba')
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
})

let number = 0
/** A file of clients nobody knows yet. */
function people(many = 2): { file: string; names: string[] } {
  number += 1
  const names = Array.from({ length: many }, (_, index) => `Personne ${number} ${index}`)
  const lines = names.map((name) => `${name};${freshPhone()};p${number}@example.com`)
  return { file: `nom;telephone;email\n${lines.join('\n')}\n`, names }
}

const property = (slug: string, more = '') =>
  `titre;adresse_page;ville;quartier;description;demandes;proprietaires\nVilla;${slug};Goma;Lac;Belle.;visite;${more}\n`

const past = (slug: string, line: Partial<Record<string, string>> = {}) => {
  const cells = {
    reference: `A-${(number += 1)}`,
    bien: slug,
    nom: 'Awa Mabiala',
    telephone: freshPhone(),
    demande: 'visite',
    debut: '03/06/2024 10:00',
    fin: '',
    statut: 'confirmée',
    note: 'Contente.',
    ...line,
  }
  return {
    reference: cells.reference ?? '',
    file: `${Object.keys(cells).join(';')}\n${Object.values(cells).join(';')}\n`,
  }
}

describe('a dry run', () => {
  test('tells every line and writes nothing but itself', async () => {
    await aProperty()
    const { file } = people()
    const before = await checksums('intakes', 'rate_limits')
    const { report } = await dryRunOf(admin, 'clients', `${file}X;123;pas-une-adresse\n`)
    expect(await checksums('intakes', 'rate_limits')).toEqual(before)
    expect(report.map(([line, , outcome]) => [line, outcome])).toEqual([
      ['2', 'créé'],
      ['3', 'créé'],
      ['4', 'refusé'],
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
    const slug = `villa-reprise-${(number += 1)}`
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
    expect(report[0]?.[2]).toBe('refusé')
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
    expect(report[0]?.[2]).toBe('refusé')
    expect(report[0]?.[3]).toContain(`${column} : `)
  })

  test('the same file twice: everything is there already', async () => {
    const { slug } = await aProperty()
    const files = [
      ['clients', people().file],
      ['biens', property(`villa-deux-fois-${(number += 1)}`)],
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
      ['créé', ''],
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
    expect((await reportOf(admin, id)).map(([, , outcome]) => outcome)).toEqual(['déjà là', 'créé'])
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
    number += 1
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `Client ${number};06 7${String(index).padStart(6, '0')}`,
    )
    const id = await imported(admin, 'clients', `nom;telephone\n${lines.join('\n')}\n`)
    expect(await count('intake_rows', 'intake_id = $1', [id])).toBe(5000)
  })
})

describe('taking an import back', () => {
  test('what nobody used goes: properties, past reservations and the clients they brought', async () => {
    const { slug } = await aProperty()
    const { file, reference } = past(slug)
    const before = await checksums('intakes', 'intake_rows', 'rate_limits')
    const first = await imported(admin, 'reservations', file)
    const second = await imported(admin, 'biens', property(`villa-rendue-${(number += 1)}`))
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
    const slug = `villa-gardee-${(number += 1)}`
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

describe('hostile files and people', () => {
  test.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
    ['an open quotation mark', 'nom;telephone\n"a;1\n'],
    ['titles that mean nothing', 'a;b\n1;2\n'],
    ['a whole prototype', '__proto__;constructor\n1;2\n'],
    ['more than 2 MB', 'x'.repeat(2_000_001)],
  ])('%s is told, never an error', async (_, file) => {
    const { status, essai } = await tryFile(admin, 'clients', file)
    expect([status, essai === null]).toEqual([303, false])
  })

  test.each([
    ['no file', 'clients', ''],
    ['another kind', 'users', 'a;b\n1;2\n'],
  ])('%s leads back to the form', async (_, kind, file) => {
    expect(await tryFile(admin, kind, file)).toMatchObject({ status: 303, dit: 'fichier' })
  })

  test('a formula in a cell is shown by the report, never run by a spreadsheet', async () => {
    const file = `nom;telephone\n=HYPERLINK("http://x");${freshPhone()}\n@SUM(A1);1\n`
    const { id } = await dryRunOf(admin, 'clients', file)
    const { text } = await rest('GET', `/imports/${id}/rapport`, { as: admin })
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).toContain(`;'@SUM(A1);`)
  })

  test('a file’s name can be nothing but a name', async () => {
    const { id } = await dryRunOf(admin, 'clients', people().file, '../<b>=1+1\r\n".csv')
    const { name } = await one<{ name: string }>(
      'select file_name as name from intakes where id = $1',
      [id],
    )
    expect(name).toMatch(/^[\p{L}\p{N} ._-]+$/u)
  })

  test('administrators alone: every route', async () => {
    const editor = await aStaff('editeur', 'Aimé Tchicaya')
    const { id, plan } = await dryRunOf(admin, 'clients', people().file)
    const statuses = []
    for (const as of [null, owner, editor])
      statuses.push([
        (await tryFile(as, 'clients', people().file)).status,
        (await importFile(as, id, plan)).status,
        (await undo(as, id)).status,
        (await rest('GET', `/imports/${id}/rapport`, { as })).status,
        (await rest('GET', '/imports/exemple/biens', { as })).status,
      ])
    expect(statuses).toEqual([
      [401, 401, 401, 401, 401],
      [403, 403, 403, 403, 403],
      [403, 403, 403, 403, 403],
    ])
    const example = await rest('GET', '/imports/exemple/biens', { as: admin })
    expect(example.text.split('\r\n')).toHaveLength(4)
    expect((await importFile(admin, '99999999999', plan)).dit).toBe('passe')
    expect((await undo(admin, 'x')).dit).toBe('passe')
  })
})
