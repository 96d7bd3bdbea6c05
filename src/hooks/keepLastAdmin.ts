import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { rowsOf, sql } from '@/database'
import type { User } from '@/payload-types'
import { localeOf, Refusal } from '@/refusal'
import { lockRowOf } from '@/rowLocks'

/** A house without an administrator is opened again by a command on its server alone. */

/** Nobody takes the last one's role away, their own neither. */
export const keepAdminOnNewRole: CollectionBeforeChangeHook<User> = async ({
  data,
  originalDoc,
  req,
}) => {
  const leaves = originalDoc?.role === 'admin' && (data.role ?? 'admin') !== 'admin'
  if (leaves) await refuseForLast(req, originalDoc.id)
  return data
}

export const keepAdminOnDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  // The row first, as an edit does: in another order the two could wait for each other.
  await lockRowOf(req, 'users', id)
  const [admin] = await rowsOf(
    req,
    sql`select 1 from users where id = ${Number(id)} and role = 'admin'`,
  )
  if (admin) await refuseForLast(req, Number(id))
}

/** One at a time: of the last two who leave at once the second sees that the first is gone. */
async function refuseForLast(req: PayloadRequest, id: number): Promise<void> {
  await rowsOf(req, sql`select pg_advisory_xact_lock(hashtext('scim last admin'))`)
  const others = await rowsOf(
    req,
    sql`select 1 from users where role = 'admin' and id <> ${id} limit 1`,
  )
  if (others.length === 0)
    throw new Refusal(
      'dernier_admin',
      {
        fr: 'C’est le dernier administrateur : donnez d’abord ce rôle à quelqu’un d’autre.',
        en: 'This is the last administrator: give somebody else this role first.',
      },
      'role',
      409,
      localeOf(req),
    )
}
