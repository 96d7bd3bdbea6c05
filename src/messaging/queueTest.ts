import type { PayloadRequest } from 'payload'
import type { Mail } from './templatePreview'

/**
 * Puts a text into the outbox for the person who is writing it. It belongs to no reservation and
 * counts as nobody's notice; the worker sends it like all others, and says as honestly what became
 * of it.
 */
export async function queueTest(
  req: PayloadRequest,
  to: { name: string; email: string },
  mail: Mail,
): Promise<void> {
  const now = new Date().toISOString()
  await req.payload.db.create({
    collection: 'messages',
    data: {
      direction: 'sortant',
      channel: 'email',
      audience: 'equipe',
      recipient: to.email,
      recipientName: to.name,
      subject: `[TEST] ${mail.subject}`,
      text: mail.text,
      html: mail.html,
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
