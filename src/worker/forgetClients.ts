import type { Payload, PayloadRequest } from 'payload'
import { erasuresIn, listErasures } from '@/backup/erasures'
import { poolOf, rowsOf, sql } from '@/database'
import { doApart } from './doApart'

const PAGE = 100

/** Whose time is over: the last reservation, an imported one too, ended longer ago than the settings keep data. */
const OVER = `not scim_is_erased(c.id)
  and coalesce(greatest(
    (select max(r.ends_at) from reservations r where r.client_id = c.id),
    (select max(p.ends_at) from past_reservations p where p.client_id = c.id)), c.created_at)
    < now() - make_interval(months => (
      select retention_months::int from settings order by id limit 1))
  and not exists (select 1 from scim_hinders_erasure(c.id))`

/**
 * Erases the clients whose time is over, each once however many workers do it. Without a time in
 * the settings nobody's is ever over.
 * @param goOn whether to erase another one: who is asked to stop leaves the rest to the next round
 * @returns how many
 */
export async function forgetClients(
  payload: Payload,
  { goOn = () => true }: { goOn?: () => boolean } = {},
): Promise<number> {
  let forgotten = 0
  let page: { id: number }[] = []
  do {
    const found = await poolOf(payload).query<{ id: number }>(
      `select c.id from clients c where c.id > $1 and ${OVER} order by c.id limit ${PAGE}`,
      [page.at(-1)?.id ?? 0],
    )
    page = found.rows
    for (const { id } of page) {
      if (!goOn()) return forgotten
      if (await doApart(payload, `erasure of client ${id}`, (req) => forget(req, id)))
        forgotten += 1
    }
  } while (page.length === PAGE)
  return forgotten
}

async function forget(req: PayloadRequest, id: number): Promise<boolean> {
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
}

/** Writes the erasures of this database into the list that a restore reads. */
export async function keepErasureList(payload: Payload, file: string): Promise<void> {
  listErasures(file, await erasuresIn(poolOf(payload)))
}
