import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { preparedRowsOf, sql } from '@/database'
import { makeReference } from '@/domain/reference'
import type { BookingRequest } from '@/domain/request'
import { officeQuery, readOffice, type OfficeRow } from '@/messaging/office'
import { offerQuery, readOffer, whichProperty, type OfferRow } from '@/messaging/offer'
import { newsOf, type NewsRow } from '@/messaging/noticeFacts'
import { placeColumns, type Parties } from '@/messaging/parties'
import type { Prepared } from '@/prepared'
import { FIRST_LINK } from '@/secrets'
import { clientId, clientParts } from './clientFor'

type Row = NewsRow & {
  now: string
  id: number
  client: number
  reference: string | null
  office: OfficeRow | null
  place: OfferRow | null
  parties: Pick<Parties, 'property' | 'owners'> | null
  unanswered: number
  /** Seconds until the first of them is let go. */
  wait: number | null
}

/** One phone holds at most three places that nobody answered yet. */
const MOST = 3

export type BookingFacts = Prepared & {
  client: number
  /** Seconds until a place is answered or let go, 0 when the phone may ask. */
  waitSeconds: number
}

/** Whether this transaction holds the key of the request. */
const isOurs = (key: string) => sql`exists (
  select 1 from request_answers a
  where a.request_key = ${key} and a.xmin = pg_current_xact_id_if_assigned()::xid)`

/**
 * Reads all that a booking is judged by in one statement, under the locks of `claimPlace`, with which it
 * is sent: whatever that answers.
 * @returns null where there is no such property
 */
export async function bookingFacts(
  req: PayloadRequest,
  request: BookingRequest,
  wanted: { startsAt: Date; endsAt: Date },
): Promise<BookingFacts | null> {
  const { property, requestKey } = request
  const random = randomBytes(24)
  const references = sql.join(
    [0, 8, 16].map((from) => sql`(${makeReference(random.subarray(from, from + 8))})`),
    sql`, `,
  )
  const offer = offerQuery(property, wanted.startsAt, wanted.endsAt)
  const news = newsOf('demandee')
  const [row] = await preparedRowsOf<Row>(
    req,
    `booking_facts_by_${typeof property === 'number' ? 'id' : 'slug'}`,
    sql`with ${clientParts(request, isOurs(requestKey))}
        select clock_timestamp() as now, nextval('reservations_id_seq')::int as id,
          ${clientId} as client, held.*,
          (select v.reference from (values ${references}) v (reference) where not exists (
             select 1 from reservations r where r.reference = v.reference) limit 1) as reference,
          (select to_json(q) from (${officeQuery}) q) as office,
          (select to_json(q) from (${offer}) q) as place,
          (select to_json(q) from (select ${placeColumns} from properties p
             where ${whichProperty(property)}) q) as parties,
          ${news.columns}
        from (
          -- As a condition it would lead through all that is unanswered, not through this phone's.
          select count(*) filter (where r.responded_at is null)::int as unanswered,
            ceil(extract(epoch from
              min(r.hold_until) filter (where r.responded_at is null) - now()))::int as wait
          from reservations r join clients c on c.id = r.client_id
          where c.phone = ${request.client.phone} and r.status = 'en_attente') held`,
  )
  if (!row?.reference) throw new Error('no free reference of three: the randomness is broken')
  if (!row.place || !row.parties) return null
  return {
    now: new Date(row.now),
    id: row.id,
    reference: row.reference,
    office: readOffice(row.office),
    place: readOffer(row.place),
    parties: { ...row.parties, client: request.client, trackingVersion: FIRST_LINK },
    ...news.read(row),
    client: row.client,
    waitSeconds: row.unanswered < MOST ? 0 : Math.max(60, row.wait ?? 60),
  }
}
