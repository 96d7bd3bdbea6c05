import { beforeAll, expect, test } from 'vitest'
import { afterCommit, inTransaction, NotCommitted, poolOf, rowsOf, sql } from '@/database'
import { house } from '@/tests/support/house'
import { count, one, rows, TEST_CONNECTION } from '@/tests/support/sql'
import { waitUntil } from '@/tests/support/waitUntil'

/** A write is told as done only when PostgreSQL has committed it (payloadcms/payload#17726). */

const client = (name: string) => ({ name, phone: '+242066123456', locale: 'fr' as const })
const stored = (name: string) => count('clients', 'name = $1', [name])

beforeAll(async () => {
  await house()
  await rows(`create function test_says_no() returns trigger language plpgsql as $$
    begin if new.name like 'Refused%' then raise exception 'deferred says no'; end if; return null; end $$`)
  await rows(`create constraint trigger test_deferred after insert on clients
    deferrable initially deferred for each row execute function test_says_no()`)
})

/** Runs `sabotage` in an afterChange hook of clients, the last thing before the COMMIT. */
async function createWith(name: string, sabotage?: Parameters<typeof addHook>[0]) {
  const payload = await house()
  const remove = await addHook(sabotage ?? (async () => undefined))
  try {
    return await payload.create({
      collection: 'clients',
      overrideAccess: true,
      data: client(name),
    })
  } finally {
    remove()
  }
}

async function addHook(sabotage: (req: Parameters<typeof rowsOf>[0]) => Promise<unknown>) {
  const { hooks } = (await house()).collections.clients.config
  const hook: (typeof hooks.afterChange)[number] = async ({ doc, req }) => {
    await sabotage(req)
    return doc
  }
  hooks.afterChange.push(hook)
  return () => hooks.afterChange.splice(hooks.afterChange.indexOf(hook), 1)
}

const ownBackend = async (req: Parameters<typeof rowsOf>[0]) => {
  const [row] = await rowsOf<{ pid: number }>(req, sql`select pg_backend_pid() as pid`)
  if (!row) throw new Error('a transaction without a backend')
  return row.pid
}

async function killBackend(pid: number): Promise<void> {
  await rows('select pg_terminate_backend($1)', [pid])
  await waitUntil('the backend is gone', async () => {
    return (await count('pg_stat_activity', 'pid = $1', [pid])) === 0
  })
}

test('control: an undisturbed create is committed and answered', async () => {
  const doc = await createWith('Undisturbed')
  expect(doc.name).toBe('Undisturbed')
  expect(await stored('Undisturbed')).toBe(1)
})

test('a COMMIT that a deferred constraint refuses is thrown, never a returned document', async () => {
  await expect(createWith('Refused at commit')).rejects.toThrow()
  expect(await stored('Refused at commit')).toBe(0)
})

test('a backend killed just before the COMMIT is thrown, never a returned document', async () => {
  const killed = createWith('Killed', async (req) => killBackend(await ownBackend(req)))
  await expect(killed).rejects.toThrow()
  expect(await stored('Killed')).toBe(0)
})

test('a statement that failed inside, and that a hook swallowed, is thrown at the COMMIT', async () => {
  const swallowed = createWith('Swallowed', async (req) =>
    rowsOf(req, sql`select 1 / 0`).catch(() => undefined),
  )
  await expect(swallowed).rejects.toThrow(NotCommitted)
  expect(await stored('Swallowed')).toBe(0)
})

test('a nested write with req is undone with the write around it', async () => {
  const payload = await house()
  const failing = createWith('Outer', async (req) => {
    // The hook runs for the nested create too: only the outer one nests and fails.
    const [{ n } = { n: 0 }] = await rowsOf<{ n: number }>(
      req,
      sql`select count(*)::int as n from clients where name in ('Outer', 'Inner')`,
    )
    if (n > 1) return
    await payload.db.create({ collection: 'clients', data: client('Inner'), req: req as never })
    throw new Error('after the nested write')
  })
  await expect(failing).rejects.toThrow('after the nested write')
  expect([await stored('Outer'), await stored('Inner')]).toEqual([0, 0])
})

test('control: a nested write without req would stay behind', async () => {
  const payload = await house()
  const failing = createWith('Around', async () => {
    await payload.db.create({ collection: 'clients', data: client('Escaped') })
    throw new Error('after the nested write')
  })
  await expect(failing).rejects.toThrow('after the nested write')
  expect([await stored('Around'), await stored('Escaped')]).toEqual([0, 1])
})

test('a transaction of our own is committed whole or not at all', async () => {
  const payload = await house()
  const both = (names: [string, string], fail: boolean) =>
    inTransaction(payload, {}, async (req) => {
      for (const name of names)
        await payload.create({
          collection: 'clients',
          overrideAccess: true,
          req,
          data: client(name),
        })
      if (fail) throw new Error('half way')
      return 'done'
    })
  expect(await both(['One', 'Two'], false)).toBe('done')
  await expect(both(['Three', 'Four'], true)).rejects.toThrow('half way')
  await expect(both(['Five', 'Refused too'], false)).rejects.toThrow()
  const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Refused too']
  expect(await Promise.all(names.map(stored))).toEqual([1, 1, 0, 0, 0, 0])
})

test('what waits for the COMMIT is done after it, and not when it fails', async () => {
  const done: string[] = []
  const note = (name: string) => createWith(name, (req) => afterCommit(req, () => done.push(name)))
  await expect(note('Refused, and untold')).rejects.toThrow()
  await note('Told')
  expect(done).toEqual(['Told'])
})

test('connections that the server ends while idle do not end the process, and are replaced', async () => {
  const payload = await house()
  const pool = poolOf(payload)
  await pool.query('select 1')
  const { n } = await one<{ n: number }>(
    `select count(pg_terminate_backend(pid))::int as n from pg_stat_activity
     where datname = current_database() and application_name <> $1 and state = 'idle'`,
    [TEST_CONNECTION],
  )
  expect(n).toBeGreaterThan(0)
  await waitUntil('the pool has dropped its dead connections', () => pool.totalCount === 0)
  expect((await createWith('After the restart')).name).toBe('After the restart')
  expect(await stored('After the restart')).toBe(1)
})

test('a failed transaction gives its connection back', async () => {
  const payload = await house()
  // More than the pool's ten connections: were one kept, the last ones would wait for ever.
  for (let turn = 0; turn < 12; turn += 1)
    await expect(createWith(`Refused ${turn}`)).rejects.toThrow()
  const { totalCount, idleCount, waitingCount } = poolOf(payload)
  expect({ lent: totalCount - idleCount, waitingCount }).toEqual({ lent: 0, waitingCount: 0 })
  expect(Object.keys(payload.db.sessions ?? {})).toEqual([])
})
