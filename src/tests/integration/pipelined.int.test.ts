import { expect, test } from 'vitest'
import { inTransaction, poolOf, rowsOf, sendAndCommit, sql, writeWithNext } from '@/database'
import { env } from '@/env'
import { PipelinedClient } from '@/pipelinedClient'
import { house } from '@/tests/support/house'
import { count, one, rows } from '@/tests/support/sql'
import { journeysOf } from '@/tests/support/statements'

/** A write of a table without rules but its key. */
const turn = (who: string, turns = 1) =>
  sql`insert into rate_limits (name, who, started_at, turns) values ('essai', ${who}, now(), ${turns})`
const written = (who: string) => count('rate_limits', `name = 'essai' and who = $1`, [who])

const codeOf = (error: unknown): unknown =>
  error instanceof Error ? ('code' in error ? error.code : codeOf(error.cause)) : error

test('writes nobody waits for leave with the COMMIT, all in one journey with what stands before them', async () => {
  const payload = await house()
  const journeys = await journeysOf(() =>
    inTransaction(payload, {}, async (req) => {
      await writeWithNext(req, 'essai', turn('together 1'))
      await writeWithNext(req, 'essai', turn('together 2'))
    }),
  )
  expect(journeys).toBe(1)
  expect([await written('together 1'), await written('together 2')]).toEqual([1, 1])
})

test('the next statement of the transaction sees what was written before it', async () => {
  const payload = await house()
  const seen = await inTransaction(payload, {}, async (req) => {
    await writeWithNext(req, 'essai', turn('seen', 7))
    return rowsOf<{ turns: number }>(
      req,
      sql`select turns::int from rate_limits where who = 'seen'`,
    )
  })
  expect(seen).toEqual([{ turns: 7 }])
})

test('what PostgreSQL refuses is thrown by the COMMIT, as itself, and nothing of it all stays', async () => {
  const payload = await house()
  const failing = inTransaction(payload, {}, async (req) => {
    await writeWithNext(req, 'essai', turn('twice'))
    await writeWithNext(req, 'essai', turn('twice'))
    await writeWithNext(req, 'essai', turn('after it'))
  })
  expect(codeOf(await failing.catch((error: unknown) => error))).toBe('23505')
  expect([await written('twice'), await written('after it')]).toEqual([0, 0])
})

test('or by the statement that follows, and whoever goes on after it commits nothing', async () => {
  const payload = await house()
  let first: unknown
  const failing = inTransaction(payload, {}, async (req) => {
    await writeWithNext(req, 'essai', turn('again'))
    await writeWithNext(req, 'essai', turn('again'))
    first = await rowsOf(req, sql`select 1`).catch((error: unknown) => error)
    await writeWithNext(req, 'essai', turn('gone on'))
  })
  expect(codeOf(await failing.catch((error: unknown) => error))).toBe('25P02')
  expect(codeOf(first)).toBe('23505')
  expect([await written('again'), await written('gone on')]).toEqual([0, 0])
})

test('a write that was still held when its transaction failed is not there', async () => {
  const payload = await house()
  const failing = inTransaction(payload, {}, async (req) => {
    await writeWithNext(req, 'essai', turn('held'))
    throw new Error('something else')
  })
  await expect(failing).rejects.toThrow('something else')
  expect(await written('held')).toBe(0)
  // The connection is good for the next one.
  await inTransaction(payload, {}, (req) => writeWithNext(req, 'essai', turn('next one')))
  expect(await written('next one')).toBe(1)
})

test('a connection that dies between a held write and its COMMIT is told as a failure', async () => {
  const payload = await house()
  const failing = inTransaction(payload, {}, async (req) => {
    const [own] = await rowsOf<{ pid: number }>(req, sql`select pg_backend_pid() as pid`)
    await writeWithNext(req, 'essai', turn('cut'))
    await rows('select pg_terminate_backend($1, 5000)', [own?.pid])
  })
  await expect(failing).rejects.toThrow()
  expect(await written('cut')).toBe(0)
  expect(await poolOf(payload).query('select 1')).toMatchObject({ rowCount: 1 })
})

const alone = (who: string) => ({
  text: `insert into rate_limits (name, who, started_at, turns)
    select 'essai', '${who}', now(), 1 from set_config('synchronous_commit', 'off', true)`,
})

test('what is committed by itself stays when the transaction behind it fails, and is one journey with it', async () => {
  const payload = await house()
  const journeys = await journeysOf(async () => {
    const failing = inTransaction(payload, {}, async (req) => {
      const { answer } = await sendAndCommit(req, alone('stays'))
      const [kept] = await Promise.all([
        rowsOf<{ commit: string }>(
          req,
          sql`select current_setting('synchronous_commit') as commit`,
        ),
        answer,
      ])
      // The next transaction waits for the disk again.
      expect(kept).toEqual([{ commit: 'on' }])
      await writeWithNext(req, 'essai', turn('goes'))
      throw new Error('something else')
    })
    await expect(failing).rejects.toThrow('something else')
  })
  expect(journeys).toBe(2) // The second is the ROLLBACK.
  expect([await written('stays'), await written('goes')]).toEqual([1, 0])
})

test('where it fails its answer is the failure, and what follows is a transaction of its own', async () => {
  const payload = await house()
  await inTransaction(payload, {}, async (req) => {
    const { answer } = await sendAndCommit(req, alone('stays'))
    expect(codeOf(await answer.catch((error: unknown) => error))).toBe('23505')
    await writeWithNext(req, 'essai', turn('follows'))
  })
  expect(await written('follows')).toBe(1)
})

test('and outside a transaction it is refused', async () => {
  const req = { payload: await house(), transactionID: undefined }
  await expect(sendAndCommit(req, alone('nowhere'))).rejects.toThrow('outside a transaction')
  expect(await written('nowhere')).toBe(0)
})

test('outside a transaction it is written at once', async () => {
  const payload = await house()
  await writeWithNext({ payload, transactionID: undefined }, 'essai', turn('alone'))
  expect(await written('alone')).toBe(1)
})

test('a transaction begins with its first statement, and none is begun by nothing', async () => {
  const client = new PipelinedClient({ connectionString: env.databaseUrl })
  await client.connect()
  const { processID } = client as unknown as { processID: number } // as: pg keeps it untyped.
  const state = () =>
    one<{ state: string }>('select state from pg_stat_activity where pid = $1', [processID])
  await client.query('begin')
  expect(await state()).toEqual({ state: 'idle' })
  await client.query('select 1')
  expect(await state()).toEqual({ state: 'idle in transaction' })
  await client.query('rollback')
  await client.query('begin')
  // What is held does not keep the connection from its end.
  await client.end()
  expect(await rows('select 1 from pg_stat_activity where pid = $1', [processID])).toEqual([])
})
