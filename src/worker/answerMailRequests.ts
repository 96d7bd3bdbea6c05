import type { Payload } from 'payload'
import { inTransaction } from '@/database'
import { takeMailRequest } from '@/messaging/mailRequests'
import { queueAccessLink } from '@/messaging/queueAccessLink'
import { queuePasswordLink } from '@/messaging/queuePasswordLink'

/** Turns what was asked for by e-mail into messages, one transaction each, for those we know. */
export async function answerMailRequests(payload: Payload): Promise<void> {
  const one = () =>
    inTransaction(payload, {}, async (req) => {
      const request = await takeMailRequest(req)
      if (!request) return false
      const { kind, email, locale } = request
      await (kind === 'lien_acces' ? queueAccessLink : queuePasswordLink)(req, email, locale)
      return true
    })
  while (await one());
}
