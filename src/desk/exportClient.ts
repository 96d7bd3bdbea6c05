import type { Endpoint, PayloadRequest } from 'payload'
import { databaseNow, rowsOf, sql } from '@/database'
import { askedClient, recordsOf } from './clientRecords'
import { staffAnswer } from './staffRoute'

/** `GET /api/clients/:id/data`, for administrators: all that is kept about a person, as JSON. */
export const exportClient: Endpoint = {
  path: '/:id/data',
  method: 'get',
  handler: (req) =>
    staffAnswer(req, async () => {
      const { id } = await askedClient(req)
      const records = await recordsOf(req, id)
      const body = {
        exportedAt: (await databaseNow(req)).toISOString(),
        records: await personOf(req, records),
        reservations: await reservationsOf(req, records),
        pastReservations: await pastOf(req, records),
      }
      return new Response(JSON.stringify(body, null, 2), {
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Disposition': `attachment; filename="client-${id}.json"`,
          'Cache-Control': 'no-store',
        },
      })
    }),
}

const listed = (ids: number[]) =>
  sql`(${sql.join(
    [0, ...ids].map((id) => sql`${id}`),
    sql`, `,
  )})`

const personOf = (req: PayloadRequest, records: number[]) =>
  rowsOf(
    req,
    sql`select id, name, phone, email, locale, created_at as "createdAt" from clients
        where id in ${listed(records)} order by id`,
  )

const reservationsOf = (req: PayloadRequest, records: number[]) =>
  rowsOf(
    req,
    sql`select r.reference, r.status, r.status_reason as "statusReason",
          r.status_note as "statusNote", r.kind, p.title as property, r.starts_at as "startsAt",
          r.ends_at as "endsAt", r.note, r.source, r.locale, r.created_at as "createdAt",
          r.respond_by as "respondBy", r.responded_at as "respondedAt",
          (select json_agg(json_build_object('at', h.at, 'from', h.from, 'to', h.to,
             'actor', h.actor, 'reason', h.reason, 'note', h.note) order by h.id)
           from status_history h where h.reservation_id = r.id) as history,
          coalesce((select json_agg(json_build_object('at', g.at, 'kind', g.kind,
             'before', g.before, 'after', g.after) order by g.number)
           from reservation_changes g where g.reservation_id = r.id), '[]') as changes,
          coalesce((select json_agg(json_build_object('at', m.created_at,
             'direction', m.direction, 'channel', m.channel, 'recipient', m.recipient,
             'subject', m.subject, 'text', m.text, 'state', m.state,
             'phones', coalesce((select json_agg(json_build_object('at', d.created_at,
                'channel', d.channel, 'recipient', d.recipient, 'content', d.content,
                'state', d.state, 'acceptedAt', d.accepted_at, 'deliveredAt', d.delivered_at,
                'readAt', d.read_at, 'failedAt', d.failed_at) order by d.id)
                from channel_deliveries d where d.message_id = m.id), '[]')) order by m.id)
           from messages m where m.reservation_id = r.id and
             (m.audience = 'client' or m.direction = 'entrant')), '[]') as messages
        from reservations r join properties p on p.id = r.property_id
        where r.client_id in ${listed(records)} order by r.id`,
  )

/** Where an import came from names a colleague, whose name is not the client's to have. */
const pastOf = (req: PayloadRequest, records: number[]) =>
  rowsOf(
    req,
    sql`select r.reference, r.status, r.kind, p.title as property, r.starts_at as "startsAt",
          r.ends_at as "endsAt", r.note, r.created_at as "importedAt"
        from past_reservations r join properties p on p.id = r.property_id
        where r.client_id in ${listed(records)} order by r.id`,
  )
