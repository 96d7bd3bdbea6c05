import { APIError, type Endpoint } from 'payload'
import { isAdmin } from '@/access'
import { isRowId, rowsOf, sql } from '@/database'
import { machineKey, programSecret } from '@/secrets'

const MADE = {
  webhooks: { table: sql`webhooks`, secretOf: programSecret },
  'api-keys': { table: sql`api_keys`, secretOf: machineKey },
} as const

/** `POST …/:id/secret`, for admins: a new secret, shown this once; the one before is worth nothing. */
export const showSecret = (slug: keyof typeof MADE): Omit<Endpoint, 'root'> => ({
  path: '/:id/secret',
  method: 'post',
  handler: async (req) => {
    const { table, secretOf } = MADE[slug]
    const id = Number(req.routeParams?.id)
    if (!isAdmin({ req }) || !isRowId(req.routeParams?.id)) throw new APIError('Not found', 404)
    const [row] = await rowsOf<{ secretVersion: number }>(
      req,
      sql`update ${table} set secret_version = coalesce(secret_version, 0) + 1, updated_at = now()
          where id = ${id} returning secret_version::int as "secretVersion"`,
    )
    if (!row) throw new APIError('Not found', 404)
    return Response.json(
      { secret: secretOf({ id, ...row }) },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  },
})
