import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { TemplateKey } from '@/domain/notifications'
import { ABOUT, staleNow, type About } from './about'
import { note } from './ledger'

type Original = {
  template: TemplateKey | null
  direction: string
  recipient: string | null
  about: About
  queuedAt: string
  now: string
  pending: boolean
}

export type ResendAnswer =
  | { ok: true; id: number }
  | { ok: false; why: 'impossible' | 'sans_adresse' | 'perime' | 'en_route' }

/**
 * Sends a message once more, word for word, as a row that names the old one; the old one stays as it
 * is. A person who gives an address again vouches for it: its failures are forgotten.
 * @param to a checked address, or null for the one it had
 */
export async function resendMessage(
  req: PayloadRequest,
  message: number,
  to: string | null,
  by: string,
): Promise<ResendAnswer> {
  const original = await lockOriginal(req, message, to)
  if (!original?.template || original.direction !== 'sortant')
    return { ok: false, why: 'impossible' }
  const recipient = to ?? original.recipient
  if (!recipient) return { ok: false, why: 'sans_adresse' }
  const stale = staleNow(original.template, original.about, {
    tried: true,
    queuedAt: new Date(original.queuedAt),
    now: new Date(original.now),
  })
  if (stale) return { ok: false, why: 'perime' }
  if (original.pending) return { ok: false, why: 'en_route' }
  const [copy] = await rowsOf<{ id: number }>(
    req,
    sql`insert into messages (reservation_id, template, template_version, direction, channel,
          audience, recipient, recipient_name, subject, text, html, fingerprint, calendar, state,
          attempts, next_attempt_at, unknown_outcome, digest, resent_from_id, created_at, updated_at)
        select reservation_id, template, template_version, direction, 'email', audience,
          ${recipient}, recipient_name, subject, text, html, fingerprint, calendar, 'a_envoyer', 0,
          now(), false, false, id, now(), now() from messages where id = ${message} returning id`,
  )
  if (!copy) throw new Error('a locked message is gone')
  await rowsOf(req, sql`delete from failing_addresses where address = lower(${recipient})`)
  await note(req, { message, kind: 'renvoyee', by, detail: recipient })
  return { ok: true, id: copy.id }
}

/** The row lock makes of two clicks one sending: the second finds the first still on its way. */
async function lockOriginal(
  req: PayloadRequest,
  id: number,
  to: string | null,
): Promise<Original | null> {
  await rowsOf(req, sql`select 1 from messages where id = ${id} for update`)
  const [row] = await rowsOf<Original>(
    req,
    sql`select m.template, m.direction, m.recipient, ${sql.raw(ABOUT)} as about,
          m.created_at as "queuedAt", now() as now,
          exists (select 1 from messages o where (o.id = m.id or o.resent_from_id = m.id)
            and lower(o.recipient) = lower(coalesce(${to}, m.recipient))
            and o.state in ('a_envoyer', 'en_cours', 'echouee')) as pending
        from messages m join reservations r on r.id = m.reservation_id where m.id = ${id}`,
  )
  return row ?? null
}
