import type { Payload } from 'payload'
import { erasuresIn, listErasures } from '@/backup/erasures'
import { errorCode, inTransaction, poolOf, rowsOf, sql } from '@/database'

const PAGE = 100

/** Whose time is over: the last reservation, an imported one too, ended longer ago than the settings keep data. */
const OVER = `not scim_is_erased(c.id)
  and coalesce(greatest(
    (select max(r.ends_at) from reservations r where r.client_id = c.id),
    (select max(p.ends_at) from past_reservations p where p.client_id = c.id)), c.created_at)
    < now() - make_interval(months => (select retention_months::int from settings))
  and not exists (select 1 from scim_hinders_erasure(c.id))`

/**
 * Erases the clients whose time is over, each once however many workers do it. Without a time in
 * the settings nobody's is ever over.
 * @returns how many
 */
export async function forgetClients(payload: Payload): Promise<number> {
  let forgotten = 0
  let page: { id: number }[] = []
  do {
    const found = await poolOf(payload).query<{ id: number }>(
      `select c.id from clients c where c.id > $1 and ${OVER} order by c.id limit ${PAGE}`,
      [page.at(-1)?.id ?? 0],
    )
    page = found.rows
    for (const { id } of page) if (await forget(payload, id)) forgotten += 1
  } while (page.length === PAGE)
  return forgotten
}

async function forget(payload: Payload, id: number): Promise<boolean> {
  try {
    return await inTransaction(payload, {}, async (req) => {
      const locked = await rowsOf(
        req,
        sql`select 1 from clients where id = ${id} for update skip locked`,
      )
      if (locked.length === 0) return false
      const erased = await rowsOf(
        req,
        sql`insert into erasures (client_id, why)
            select c.id, 'delai' from clients c where c.id = ${id} and ${sql.raw(OVER)}
            on conflict do nothing returning client_id`,
      )
      return erased.length > 0
    })
  } catch (error) {
    // Its transaction is rolled back and the next round tries again.
    payload.logger.error({ msg: `erasure of client ${id} failed: ${errorCode(error)}` })
    return false
  }
}

/** Writes the erasures of this database into the list that a restore reads. */
export async function keepErasureList(payload: Payload, file: string): Promise<void> {
  listErasures(file, await erasuresIn(poolOf(payload)))
}
