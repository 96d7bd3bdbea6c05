import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { OfficeHours } from '@/domain/promise'
import { env } from '@/env'

export type Office = {
  hours: OfficeHours
  contactPhone: string | null
  contactAddress: string | null
}

export type OfficeRow = {
  periods: OfficeHours['periods'] | null
  holidays: string[] | null
  contactPhone: string | null
  contactAddress: string | null
}

/** One row, or none while nothing was set. */
export const officeQuery = sql`
  select s.contact_phone as "contactPhone", s.contact_address as "contactAddress",
    (select json_agg(json_build_object(
       'day', o.day::text::int, 'opens', o.opens, 'closes', o.closes) order by o._order)
     from settings_opening_hours o where o._parent_id = s.id) as periods,
    (select json_agg(to_char(h.day at time zone 'UTC', 'YYYY-MM-DD') order by h.day)
     from settings_public_holidays h where h._parent_id = s.id) as holidays
  from settings s order by s.id limit 1`

/** Unset settings mean open day and night. */
export const readOffice = (row: OfficeRow | null | undefined): Office => ({
  hours: {
    periods: row?.periods ?? [],
    holidays: row?.holidays ?? [],
    timeZone: env.timeZone,
  },
  contactPhone: row?.contactPhone ?? null,
  contactAddress: row?.contactAddress ?? null,
})

/** The office as the settings describe it: one statement. */
export async function officeOf(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<Office> {
  const [row] = await rowsOf<OfficeRow>(req, officeQuery)
  return readOffice(row)
}

export async function officeHours(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<OfficeHours> {
  return (await officeOf(req)).hours
}
