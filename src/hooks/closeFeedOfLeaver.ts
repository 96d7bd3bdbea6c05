import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { closeFeed } from '@/calendarFeeds'
import { rowsOf, sql } from '@/database'
import type { User } from '@/payload-types'

const idsOf = (owners: unknown): unknown[] =>
  Array.isArray(owners) ? owners.map((owner) => owner?.id ?? owner) : []

/** Whoever owns a property no more knows the address of its calendar still: that address dies. */
export const closeFeedOfLeaver: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  // Owners do not read this field, and only admins write it.
  if (!Array.isArray(doc.owners)) return doc
  const now = idsOf(doc.owners)
  if (idsOf(previousDoc?.owners).some((owner) => !now.includes(owner)))
    await closeFeed(req, { scope: 'bien', target: Number(doc.id) })
  return doc
}

/** Whoever is no owner any more loses those of all their properties; who is no administrator, the agency's. */
export const closeFeedsOnNewRole: CollectionAfterChangeHook<User> = async ({
  doc,
  previousDoc,
  req,
}) => {
  if (doc.role === 'editeur' && doc.role !== previousDoc?.role) await closeFeedsOf(req, doc.id)
  if (previousDoc?.role === 'admin' && doc.role !== 'admin') await closeFeed(req, AGENCY)
  return doc
}

/** And who leaves the house, all of them. */
export const closeFeedsOfDeleted: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await closeFeedsOf(req, Number(id))
  const [admin] = await rowsOf(
    req,
    sql`select 1 from users where id = ${Number(id)} and role = 'admin'`,
  )
  if (admin) await closeFeed(req, AGENCY)
}

const AGENCY = { scope: 'agence', target: 0 } as const

async function closeFeedsOf(req: PayloadRequest, user: number): Promise<void> {
  await closeFeed(req, { scope: 'proprietaire', target: user })
  const owned = await rowsOf<{ id: number }>(
    req,
    sql`select parent_id as id from properties_rels where path = 'owners' and users_id = ${user}
        order by parent_id`,
  )
  for (const { id } of owned) await closeFeed(req, { scope: 'bien', target: id })
}
