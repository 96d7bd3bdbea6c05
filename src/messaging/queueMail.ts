import type { PayloadRequest } from 'payload'
import { databaseNow } from '@/database'

/** A mail to a member of staff that belongs to no reservation; the worker sends it like all others. */
export async function queueMail(
  req: PayloadRequest,
  mail: { recipient: string; recipientName?: string; subject: string; text: string; html: string },
): Promise<void> {
  const now = (await databaseNow(req)).toISOString()
  await req.payload.db.create({
    collection: 'messages',
    data: {
      direction: 'sortant',
      channel: 'email',
      audience: 'equipe',
      ...mail,
      state: 'a_envoyer',
      attempts: 0,
      nextAttemptAt: now,
      unknownOutcome: false,
      createdAt: now,
    },
    returning: false,
    req,
  })
}
