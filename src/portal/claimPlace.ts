import type { Payload, PayloadRequest } from 'payload'
import { poolOf, preparedRowsOf, rowsOf, sql, writeWithNext } from '@/database'
import type { BookingRequest } from '@/domain/request'
import { fingerprintOf } from '@/domain/requestFingerprint'
import type { Receipt } from '@/domain/view'
import { whichProperty } from '@/messaging/offer'
import { placeRefusal } from '@/placeRefusal'
import { hashOf } from '@/secrets'

/**
 * Takes, in this order, the request's key, the turn of its phone and the property's row, until the
 * transaction ends: what is read afterwards is true. A second request with the same key waits here
 * until the first one ended, then reads its answer.
 * @returns the property's id when the key is ours, the first answer when it was the same content,
 * else 'other'
 * @throws Refusal where this content was refused under this key already (`rememberRefusal`)
 */
export async function claimPlace(
  req: PayloadRequest,
  request: BookingRequest,
): Promise<{ property: number } | { answered: Receipt } | 'other'> {
  const { requestKey, property, client } = request
  const fingerprint = hashOf(fingerprintOf(request))
  const [claim] = await preparedRowsOf<{ ours: boolean; id: number | null }>(
    req,
    `claim_place_by_${typeof property === 'number' ? 'id' : 'slug'}`,
    sql`with claimed as (
          insert into request_answers (request_key, fingerprint)
          values (${requestKey}, ${fingerprint})
          on conflict (request_key) do update set fingerprint = excluded.fingerprint
            where request_answers.fingerprint is null
              and not excluded.fingerprint = any(request_answers.refused)
          returning request_key),
        turn as materialized (
          select pg_advisory_xact_lock(hashtextextended(${client.phone}, 42)) from claimed)
        select (select count(*) from turn) > 0 as ours, place.id
        from (values (1)) one left join lateral (
          select p.id from properties p
          where (select count(*) from turn) > 0 and ${whichProperty(property)} for no key update of p) place on true`,
  )
  if (claim?.ours) {
    if (claim.id === null) throw placeRefusal('lien_inconnu', request.locale)
    return { property: claim.id }
  }
  const [first] = await rowsOf<{ fingerprint: string | null; body: string | null }>(
    req,
    sql`select fingerprint, body from request_answers where request_key = ${requestKey}`,
  )
  if (first?.fingerprint === null) throw placeRefusal('pris', request.locale)
  // An answer without a body was erased together with its client: the key is spent.
  if (!first?.body || first.fingerprint !== fingerprint) return 'other'
  return { answered: JSON.parse(first.body) as Receipt } // as: rememberAnswer wrote it.
}

export async function rememberAnswer(
  req: PayloadRequest,
  key: string,
  receipt: Receipt,
): Promise<void> {
  await writeWithNext(
    req,
    'remember_answer',
    sql`update request_answers set body = ${JSON.stringify(receipt)} where request_key = ${key}`,
  )
}

/**
 * A copy of the request may still be under way, through a slower line or a halted server: what its
 * sender was told is taken, it must not book when the place is free again.
 * @returns false where the key has booked meanwhile, so that there is another answer to give
 */
export async function rememberRefusal(payload: Payload, request: BookingRequest): Promise<boolean> {
  const { rowCount } = await poolOf(payload).query(
    `insert into request_answers (request_key, refused) values ($1, array[$2])
     on conflict (request_key) do update
       set refused = (array_prepend($2, array_remove(request_answers.refused, $2)))[1:20]
       where request_answers.fingerprint is null`,
    [request.requestKey, hashOf(fingerprintOf(request))],
  )
  return rowCount === 1
}
