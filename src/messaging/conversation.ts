import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { lockReservation } from '@/rowLocks'
import type { Status } from '@/domain/status'
import { queueNotices } from './queueNotices'

type Reservation = Parameters<typeof queueNotices>[2]

/** The client writes on a reservation: the words are kept, and the owners hear of them. */
export async function receiveMessage(
  req: PayloadRequest,
  reservation: Reservation,
  text: string,
  now: Date,
): Promise<void> {
  await keepWords(req, reservation.id, { direction: 'entrant', author: null, text, now })
  await queueNotices(req, 'message_du_client', reservation, now, text)
}

/**
 * Whether the client wrote these words within ten minutes: a second tap, or a form sent again as its
 * answer was lost. Of two at once the second sees the first.
 */
export async function hasJustWritten(
  req: PayloadRequest,
  reservation: number,
  text: string,
): Promise<boolean> {
  await lockReservation(req, reservation)
  const same = await rowsOf(
    req,
    sql`select 1 from messages where reservation_id = ${reservation} and direction = 'entrant'
        and channel = 'espace' and text = ${text}
        and created_at > clock_timestamp() - interval '10 minutes' limit 1`,
  )
  return same.length > 0
}

/**
 * The team writes to the client: the words stand on the client's page, and a mail tells of them. A
 * person's first answer stops the clock of the promise; the request itself still awaits a decision.
 * @param author who writes, as the team reads it
 * @returns the id of the words' row
 */
export async function writeToClient(
  req: PayloadRequest,
  reservation: Reservation,
  text: string,
  now: Date,
  author: string | null = req.user?.name ?? null,
): Promise<number> {
  await lockReservation(req, reservation.id)
  const id = await tellClient(req, reservation, text, now, author)
  await stopClock(req, reservation.id, now)
  return id
}

/** Words of the team that answer nothing, such as the news of a move: the clock goes on. */
export async function tellClient(
  req: PayloadRequest,
  reservation: Reservation,
  text: string,
  now: Date,
  author: string | null,
): Promise<number> {
  const id = await keepWords(req, reservation.id, { direction: 'sortant', author, text, now })
  await queueNotices(req, 'message_de_l_equipe', reservation, now, text)
  return id
}

async function keepWords(
  req: PayloadRequest,
  reservation: number,
  words: { direction: 'entrant' | 'sortant'; author: string | null; text: string; now: Date },
): Promise<number> {
  const { direction, author, text, now } = words
  const { id } = await req.payload.db.create({
    collection: 'messages',
    data: {
      reservation,
      direction,
      channel: 'espace',
      audience: direction === 'entrant' ? 'equipe' : 'client',
      author,
      subject: null,
      text,
      state: 'publiee',
      attempts: 0,
      unknownOutcome: false,
      digest: false,
      createdAt: now.toISOString(),
    },
    req,
  })
  return Number(id)
}

async function stopClock(req: PayloadRequest, id: number, now: Date): Promise<void> {
  const [row] = await rowsOf<{ status: Status; answered: boolean }>(
    req,
    sql`select status, responded_at is not null as answered from reservations where id = ${id}`,
  )
  if (!row || row.answered || row.status !== 'en_attente') return
  await req.payload.update({
    collection: 'reservations',
    id,
    depth: 0,
    overrideAccess: true, // The clock is the house's own field; who may write was asked before.
    req,
    data: { respondedAt: now.toISOString(), awaitingUntil: null },
  })
}
