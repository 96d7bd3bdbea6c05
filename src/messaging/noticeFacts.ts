import type { PayloadRequest } from 'payload'
import { preparedRowsOf, sql } from '@/database'
import { NOTICES, type Event } from '@/domain/notifications'
import { preparedFor } from '@/prepared'
import { listenersQuery } from './announce'
import { lastHashQuery, sealedBy } from './fingerprint'
import { officeQuery, readOffice, type Office, type OfficeRow } from './office'
import { partiesQuery, type Parties } from './parties'
import { templatesFor, type StoredTemplate, type TemplateRow } from './templates'

/** What an event is told with, whoever it is about. */
export type News = {
  stored: StoredTemplate[]
  /** Programs to tell. */
  listeners: number[]
}

export type NewsRow = { stored: TemplateRow[] | null; listeners: number[] | null }

type Row = NewsRow & { parties: Parties | null; office: OfficeRow | null; hash: string | null }

export type NoticeFacts = News & { parties: Parties; office: Office; fingerprint: string }

/** The columns of a select, and the reader of its row. */
export function newsOf(event: Event) {
  const templates = templatesFor(NOTICES[event].map(({ template }) => template))
  return {
    columns: sql`
      (select json_agg(q) from (${templates.query}) q) as stored,
      (select json_agg(q.id) from (${listenersQuery(event)}) q) as listeners`,
    read: ({ stored, listeners }: NewsRow): News => ({
      stored: templates.read(stored ?? []),
      listeners: listeners ?? [],
    }),
  }
}

/** All that the messages of an event are written from: one statement, or what a booking has read. */
export async function noticeFacts(
  req: PayloadRequest,
  reservation: number,
  event: Event,
): Promise<NoticeFacts> {
  const prepared = preparedFor(req)
  if (prepared?.step && event === 'demandee') {
    const { parties, office, stored, listeners, step } = prepared
    return { parties, office, stored, listeners, fingerprint: sealedBy(step.hash) }
  }
  const news = newsOf(event)
  const [row] = await preparedRowsOf<Row>(
    req,
    `notice_facts_${event}`,
    sql`select
          (select to_json(q) from (${partiesQuery(reservation)}) q) as parties,
          (select to_json(q) from (${officeQuery}) q) as office,
          (${lastHashQuery(reservation)}) as hash, ${news.columns}`,
  )
  if (!row?.parties) throw new Error('a message about a reservation that is not there')
  return {
    ...news.read(row),
    parties: row.parties,
    office: readOffice(row.office),
    fingerprint: sealedBy(row.hash),
  }
}
