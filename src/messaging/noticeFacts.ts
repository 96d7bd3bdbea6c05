import type { PayloadRequest } from 'payload'
import { preparedRowsOf, sql } from '@/database'
import { NOTICES, type Event } from '@/domain/notifications'
import { listenersQuery } from './announce'
import { lastHashQuery, sealedBy } from './fingerprint'
import { officeQuery, readOffice, type Office, type OfficeRow } from './office'
import { partiesQuery, type Parties } from './parties'
import { templatesFor, type StoredTemplate, type TemplateRow } from './templates'

type Row = {
  parties: Parties | null
  office: OfficeRow | null
  hash: string | null
  stored: TemplateRow[] | null
  listeners: number[] | null
}

export type NoticeFacts = {
  parties: Parties
  office: Office
  fingerprint: string
  stored: StoredTemplate[]
  /** Programs to tell. */
  listeners: number[]
}

/** All that the messages of an event are written from: one statement. */
export async function noticeFacts(
  req: PayloadRequest,
  reservation: number,
  event: Event,
): Promise<NoticeFacts> {
  const templates = templatesFor(NOTICES[event].map(({ template }) => template))
  const [row] = await preparedRowsOf<Row>(
    req,
    `notice_facts_${event}`,
    sql`select
          (select to_json(q) from (${partiesQuery(reservation)}) q) as parties,
          (select to_json(q) from (${officeQuery}) q) as office,
          (${lastHashQuery(reservation)}) as hash,
          (select json_agg(q) from (${templates.query}) q) as stored,
          (select json_agg(q.id) from (${listenersQuery(event)}) q) as listeners`,
  )
  if (!row?.parties) throw new Error('a message about a reservation that is not there')
  return {
    parties: row.parties,
    office: readOffice(row.office),
    fingerprint: sealedBy(row.hash),
    stored: templates.read(row.stored ?? []),
    listeners: row.listeners ?? [],
  }
}
