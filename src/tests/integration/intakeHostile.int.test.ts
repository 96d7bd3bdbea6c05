import { beforeAll, describe, expect, test } from 'vitest'
import { aStaff, freshPhone, type Staff } from '@/tests/support/house'
import { rest } from '@/tests/support/http'
import { dryRunOf, importFile, tryFile, undo } from '@/tests/support/intake'
import { people } from '@/tests/support/intakeFiles'
import { one } from '@/tests/support/sql'

let admin: Staff
let owner: Staff
beforeAll(async () => {
  admin = await aStaff('admin', 'Prisca Loemba')
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
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
