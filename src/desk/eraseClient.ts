import type { Endpoint, PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { localeOf, Refusal } from '@/refusal'
import { askedClient, recordsOf } from './clientRecords'
import { staffRoute } from './staffRoute'

type Hindrance = { reference: string; why: 'active' | 'en_cours' }

/**
 * `POST /api/clients/:id/erase`, for administrators: whatever names this person goes from every
 * table, for good. The row in `erasures` does it, in the database itself.
 */
export const eraseClient: Endpoint = {
  path: '/:id/erase',
  method: 'post',
  handler: (req) =>
    staffRoute(req, async () => {
      const { id, erased } = await askedClient(req)
      const records = erased ? [] : await recordsOf(req, id)
      for (const record of records) await eraseRecord(req, record)
      return { status: 200, body: { erased: records } }
    }),
}

async function eraseRecord(req: PayloadRequest, record: number): Promise<void> {
  await rowsOf(req, sql`select 1 from clients where id = ${record} for update`)
  const [hindrance] = await rowsOf<Hindrance>(
    req,
    sql`select reference, why from scim_hinders_erasure(${record}) order by why limit 1`,
  )
  if (hindrance) throw refusalOf(hindrance, req)
  await rowsOf(
    req,
    sql`insert into erasures (client_id, by_user, why)
        values (${record}, ${Number(req.user?.id)}, 'demande') on conflict do nothing`,
  )
}

function refusalOf({ reference, why }: Hindrance, req: PayloadRequest): Refusal {
  const words = {
    active: {
      fr: `La réservation ${reference} est encore ouverte : décidez-la ou annulez-la d’abord.`,
      en: `Reservation ${reference} is still open: decide or cancel it first.`,
    },
    en_cours: {
      fr: 'Un message à ce client part en ce moment : réessayez dans une minute.',
      en: 'A message to this client is leaving right now: try again in a minute.',
    },
  }[why]
  return new Refusal('effacement_refuse', words, '', 409, localeOf(req))
}
