import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { isStatus, judgeMove, STATUS_LABELS, type Actor, type Locale } from '@/domain/status'
import { pastInWords } from '@/domain/wording'
import { env } from '@/env'
import { rowsOf, sql } from '@/database'
import { clockOf } from './clock'
import { localeOf, movedMeanwhile, Refusal } from '@/refusal'

const NO_TEXT = {
  fr: 'La note au client est un texte : rien n’a été décidé.',
  en: 'The note to the client is a text: nothing was decided.',
}

/** The one place where a status changes. The row is locked: what is read here is true. */
export const guardStatus: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update') return data
  const unchanged = {
    ...data,
    status: originalDoc.status,
    statusReason: originalDoc.statusReason,
    statusNote: originalDoc.statusNote,
  }
  if (data.status === undefined) return unchanged
  if (!isStatus(data.status)) return data // Payload's own validation refuses it with a sentence.
  const verdict = judgeMove({ from: originalDoc.status, to: data.status, by: actorOf(req) })
  if (verdict.verdict === 'unchanged') return unchanged
  if (verdict.verdict === 'refused' || !sawRightly(req, originalDoc.status))
    throw await refusalOf(req, originalDoc)
  if (!sawWhen(req, originalDoc.startsAt)) throw movedMeanwhile(localeOf(req))
  // Dropped in silence it would never reach the client, and the decision would stand.
  const typed: unknown = data.statusNote ?? ''
  if (typeof typed !== 'string')
    throw new Refusal('texte_refuse', NO_TEXT, 'statusNote', 400, localeOf(req))
  await clockOf(req)
  const note = typed === originalDoc.statusNote ? '' : typed.trim()
  return {
    ...data,
    statusReason: verdict.reason,
    statusNote: note || null,
    decidedByName: actorNameOf(req),
  }
}

/**
 * A screen says in `?seen=` which status it showed: whoever refuses a request that a colleague has
 * confirmed meanwhile would cancel a reservation without knowing.
 */
const sawRightly = ({ query }: PayloadRequest, status: unknown) =>
  !isStatus(query?.seen) || query.seen === status

/** And in `?seenStart=` which date: what a colleague has moved meanwhile is not confirmed unseen. */
const sawWhen = ({ query }: PayloadRequest, startsAt: string) =>
  typeof query?.seenStart !== 'string' ||
  new Date(query.seenStart).getTime() === new Date(startsAt).getTime()

/** Who acts: the house says so itself for clients and the clock, else the staff member's role. */
export function actorOf(req: PayloadRequest): Actor {
  const { actor } = req.context
  if (actor === 'client' || actor === 'systeme') return actor
  if (req.user?.role === 'admin') return 'admin'
  if (req.user?.role === 'proprietaire') return 'proprietaire'
  throw new Error('a status change without an actor')
}

export function actorNameOf(req: PayloadRequest): string | null {
  const { actorName } = req.context
  if (typeof actorName === 'string') return actorName
  return req.user?.name ?? null
}

async function refusalOf(
  req: PayloadRequest,
  reservation: { id: number; status: keyof typeof STATUS_LABELS },
): Promise<Refusal> {
  const [last] = await rowsOf<{ name: string | null; at: string | Date }>(
    req,
    sql`select actor_name as name, at from status_history
        where reservation_id = ${reservation.id} order by at desc, id desc limit 1`,
  )
  const now = await clockOf(req)
  const sentence = (locale: Locale) => {
    const label = STATUS_LABELS[reservation.status][locale].toLowerCase()
    const at = last ? ` ${pastInWords(new Date(last.at), now, env.timeZone, locale)}` : ''
    return locale === 'fr'
      ? `Cette réservation est déjà ${label}${last?.name ? ` par ${last.name}` : ''}${at}.`
      : `This reservation is already ${label}${last?.name ? ` by ${last.name}` : ''}${at}.`
  }
  return new Refusal(
    'mouvement_refuse',
    { fr: sentence('fr'), en: sentence('en') },
    'status',
    409,
    localeOf(req),
  )
}
