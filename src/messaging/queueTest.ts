import type { PayloadRequest } from 'payload'
import { queueMail } from './queueMail'
import type { Mail } from './templatePreview'

/**
 * Puts a text into the outbox for the person who is writing it. It counts as nobody's notice, and
 * the outbox says as honestly as of any other what became of it.
 */
export async function queueTest(
  req: PayloadRequest,
  to: { name: string; email: string },
  mail: Mail,
): Promise<void> {
  await queueMail(req, {
    recipient: to.email,
    recipientName: to.name,
    subject: `[TEST] ${mail.subject}`,
    text: mail.text,
    html: mail.html,
  })
}
