import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { readAgency, type Agency, type AgencyRow } from '@/domain/agency'
import type { OfficeHours } from '@/domain/promise'
import { env } from '@/env'
import { shared } from '@/shared'

export type Office = {
  agency: Agency
  hours: OfficeHours
  contactPhone: string | null
  contactAddress: string | null
}

export type OfficeRow = {
  agency: AgencyRow | null
  periods: OfficeHours['periods'] | null
  holidays: string[] | null
  contactPhone: string | null
  contactAddress: string | null
}

/** The agency of a row `s` of the settings. */
const agencyColumn = sql`
  json_build_object('name', s.agency_name, 'shortName', s.agency_short_name,
    'colour', s.agency_color, 'mark', s.agency_mark, 'defaultLanguage', s.agency_default_language,
    'currency', s.agency_currency,
    'aboutFr', s.agency_about_fr, 'aboutEn', s.agency_about_en,
    'languages', (select json_agg(l.value) from settings_agency_languages l
      where l.parent_id = s.id),
    'cities', (select json_agg(t.text order by t."order") from settings_texts t
      where t.parent_id = s.id and t.path = 'agency.cities'),
    'logo', (select json_build_object(
        'file', coalesce(m.sizes_page_filename, m.filename),
        'width', coalesce(m.sizes_page_width, m.width)::int,
        'height', coalesce(m.sizes_page_height, m.height)::int)
      from media m where m.id = s.agency_logo_id))`

/** One row, or none while nothing was set. */
export const officeQuery = sql`
  select ${agencyColumn} as agency, s.contact_phone as "contactPhone", s.contact_address as "contactAddress",
    (select json_agg(json_build_object(
       'day', o.day::text::int, 'opens', o.opens, 'closes', o.closes) order by o._order)
     from settings_opening_hours o where o._parent_id = s.id) as periods,
    (select json_agg(to_char(h.day at time zone 'UTC', 'YYYY-MM-DD') order by h.day)
     from settings_public_holidays h where h._parent_id = s.id) as holidays
  from settings s order by s.id limit 1`

/** Unset settings mean open day and night. */
export const readOffice = (row: OfficeRow | null | undefined): Office => ({
  agency: readAgency(row?.agency),
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
  const office = readOffice(row)
  seen.last = office
  return office
}

const seen = shared<{ last: Office | null }>('office', () => ({ last: null }))

/** The office as it was read last: only for the page that says that nothing can be read now. */
export const lastSeenOffice = (): Office => seen.last ?? readOffice(null)

export async function officeHours(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<OfficeHours> {
  return (await officeOf(req)).hours
}
