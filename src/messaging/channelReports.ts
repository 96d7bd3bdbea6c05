import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { ChannelName, ChannelReport, ReportKind } from '@/domain/channel'
import { FALL_BACK } from './channelOutbox'

/** Takes what providers report: what became of a text after they had accepted it. */

const COLUMNS: Record<ReportKind, string> = {
  partie: 'sent_at',
  remise: 'delivered_at',
  lue: 'read_at',
  non_remise: 'failed_at',
}

/**
 * Writes what reports say into the ledger, each fact once; the same report again changes nothing. A
 * report of a text whose call had no known outcome proves that the provider has it.
 * @param by who says so @returns how many were about texts of ours
 */
export async function takeReports(
  req: PayloadRequest,
  channel: ChannelName,
  by: string,
  reports: readonly ChannelReport[],
): Promise<number> {
  let known = 0
  for (const report of reports) {
    const id = await deliveryOf(req, channel, report)
    if (id === null) continue
    known += 1
    await acceptProven(req, id, by, report.providerId)
    await noteOnce(req, id, by, report)
  }
  return known
}

/**
 * By the provider's identifier, else by the number that we had given it: then the phone must be the
 * same, for other houses on one account count their texts as we do.
 */
async function deliveryOf(
  req: PayloadRequest,
  channel: ChannelName,
  { providerId, delivery, to }: ChannelReport,
): Promise<number | null> {
  const [row] = await rowsOf<{ id: number }>(
    req,
    sql`select id from channel_deliveries d
        where channel = ${channel} and not scim_of_erased(reservation_id) and attempts > 0
          and (provider_id = ${providerId} or id = ${delivery}
            and regexp_replace(recipient, '\\D', '', 'g') = ${to.replace(/\D/g, '')})
        order by provider_id = ${providerId} desc nulls last limit 1 for update of d`,
  )
  return row?.id ?? null
}

async function acceptProven(req: PayloadRequest, id: number, by: string, providerId: string) {
  await rowsOf(
    req,
    sql`with proven as (
          update channel_deliveries set state = 'acceptee', accepted_at = now(),
            provider_id = ${providerId}, lease_until = null, next_attempt_at = null,
            updated_at = now()
          where id = ${id} and (state in ('en_cours', 'echouee')
            or state = 'abandonnee' and unknown_outcome)
          returning id)
        insert into channel_events (delivery_id, kind, said_by, detail)
        select id, 'acceptee', ${by}, 'compte_rendu' from proven`,
  )
}

/** The provider's clock is believed, but not into the future. */
async function noteOnce(
  req: PayloadRequest,
  id: number,
  by: string,
  { kind, at, detail }: ChannelReport,
): Promise<void> {
  const column = sql.raw(COLUMNS[kind])
  const when = at?.toISOString() ?? null
  await rowsOf(
    req,
    sql`with told as (
          update channel_deliveries set ${column} = least(coalesce(${when}::timestamptz, now()), now()),
            answer = coalesce(${detail}, answer), updated_at = now()
          where id = ${id} and state = 'acceptee' and ${column} is null returning *),
        done as (
          select * from told where ${kind === 'non_remise'} and delivered_at is null
            and read_at is null),
        next as (${sql.raw(FALL_BACK)})
        insert into channel_events (delivery_id, kind, said_by, detail)
        select id, ${kind}, ${by}, ${detail} from told`,
  )
}
