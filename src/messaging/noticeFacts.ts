import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { TemplateKey } from '@/domain/notifications'
import { lastHashQuery, sealedBy } from './fingerprint'
import { officeQuery, readOffice, type Office, type OfficeRow } from './office'
import { partiesQuery, type Parties } from './parties'
import { templatesQuery, type StoredTemplate } from './templates'

type Row = {
  parties: Parties | null
  office: OfficeRow | null
  hash: string | null
  stored: StoredTemplate[] | null
}

export type NoticeFacts = {
  parties: Parties
  office: Office
  fingerprint: string
  stored: StoredTemplate[]
}

/** All that the messages of an event are written from: one statement. */
export async function noticeFacts(
  req: PayloadRequest,
  reservation: number,
  keys: readonly TemplateKey[],
): Promise<NoticeFacts> {
  const [row] = await rowsOf<Row>(
    req,
    sql`select
          (select to_json(q) from (${partiesQuery(reservation)}) q) as parties,
          (select to_json(q) from (${officeQuery}) q) as office,
          (${lastHashQuery(reservation)}) as hash,
          (select json_agg(q) from (${templatesQuery(keys)}) q) as stored`,
  )
  if (!row?.parties) throw new Error('a message about a reservation that is not there')
  return {
    parties: row.parties,
    office: readOffice(row.office),
    fingerprint: sealedBy(row.hash),
    stored: row.stored ?? [],
  }
}
