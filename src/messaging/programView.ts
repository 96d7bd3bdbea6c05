import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { ProgramView } from '@/domain/webhook'
import { localDay } from '@/domain/zone'
import { env } from '@/env'

type Query = ReturnType<typeof sql>

const iso = (instant: string) => new Date(instant).toISOString()

/** Reservations as programs see them. @param where of `r`, and its order and limit */
export async function programViews(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  where: Query,
): Promise<ProgramView[]> {
  const rows = await rowsOf<ProgramView>(
    req,
    sql`select r.reference, r.status, r.status_reason as "statusReason", r.kind,
          json_build_object('title', p.title, 'slug', p.slug, 'district', p.district) as property,
          r.starts_at as "startsAt", r.ends_at as "endsAt", r.created_at as "createdAt",
          r.respond_by as "respondBy", r.responded_at as "respondedAt"
        from reservations r join properties p on p.id = r.property_id where ${where}`,
  )
  return rows.map((row) => {
    const dateOf = (instant: string) =>
      row.kind === 'sejour' ? localDay(new Date(instant), env.timeZone) : iso(instant)
    return {
      ...row,
      startsAt: dateOf(row.startsAt),
      endsAt: dateOf(row.endsAt),
      createdAt: iso(row.createdAt),
      respondBy: iso(row.respondBy),
      respondedAt: row.respondedAt && iso(row.respondedAt),
    }
  })
}
