import type { Payload } from 'payload'
import { inTransaction, poolOf } from '@/database'
import { takeMailRequest, type MailRequest } from '@/messaging/mailRequests'
import { queueAccessLink } from '@/messaging/queueAccessLink'
import { queuePasswordLink } from '@/messaging/queuePasswordLink'

/**
 * Turns what was asked for by e-mail into messages, one transaction each, for those we know.
 * @param goOn whether to answer another one: who is asked to stop leaves the backlog to others
 */
export async function answerMailRequests(
  payload: Payload,
  { goOn = () => true }: { goOn?: () => boolean } = {},
): Promise<void> {
  while (goOn() && (await answerOne(payload)));
}

/** @returns whether there was one */
async function answerOne(payload: Payload): Promise<boolean> {
  let request: MailRequest | null = null
  try {
    return await inTransaction(payload, {}, async (req) => {
      request = await takeMailRequest(req)
      if (!request) return false
      const { kind, email, locale } = request
      await (kind === 'lien_acces' ? queueAccessLink : queuePasswordLink)(req, email, locale)
      return true
    })
  } catch (error) {
    if (!request) throw error
    return await giveUp(payload, request, error)
  }
}

/** One request that cannot be answered may not keep all others waiting; the person asks again. */
async function giveUp(payload: Payload, { id }: MailRequest, error: unknown): Promise<boolean> {
  payload.logger.error({ err: error, msg: 'a mail request was given up' })
  await poolOf(payload).query('delete from mail_requests where id = $1', [id])
  return true
}
