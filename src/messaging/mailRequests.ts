import type { Payload, PayloadRequest } from 'payload'
import { poolOf, rowsOf, sql } from '@/database'
import type { Locale } from '@/domain/status'
import { takeTurn } from '@/rateLimit'
import { blind } from '@/secrets'

/**
 * What strangers may ask for by e-mail. Asking does the same work for known and unknown people: one
 * row. Who it was, and whether a mail is due, the worker finds out, where nobody can time it.
 */

export type Wanted = { kind: 'lien_acces' | 'mot_de_passe'; email: string; locale: Locale }
export type MailRequest = Wanted & { id: number }

const PER_RECIPIENT = { most: 5, minutes: 15 }

/** @returns seconds until this recipient may be asked for again, 0 when the request is taken */
export async function askForMail(payload: Payload, request: Wanted): Promise<number> {
  const { kind, email, locale } = request
  const { retryAfterSeconds } = await takeTurn(
    payload,
    { name: `courrier-${kind}`, ...PER_RECIPIENT },
    blind(email),
  )
  // Nobody has an empty address: there is nothing to find out, and nothing to stumble over.
  if (retryAfterSeconds > 0 || email === '') return retryAfterSeconds
  await poolOf(payload).query(
    'insert into mail_requests (kind, email, locale) values ($1, $2, $3)',
    [kind, email, locale],
  )
  return 0
}

/** Takes the oldest request out of the queue, in the caller's transaction. */
export async function takeMailRequest(req: PayloadRequest): Promise<MailRequest | null> {
  const [row] = await rowsOf<MailRequest>(
    req,
    sql`delete from mail_requests where id =
          (select id from mail_requests order by id limit 1 for update skip locked)
        returning id::int as id, kind, email, locale`,
  )
  return row ?? null
}
