import { randomBytes } from 'node:crypto'
import { env } from '@/env'
import { decisionToken, hashOf } from '@/secrets'

const HOURS = 24
const NAME = /[\w-]{16}/

const addressOf = (name: string) => `${env.serverUrl}/decision/${name}`

/** As the columns of `decision_links`. */
export type DecisionLinkRow = {
  token_hash: string
  reservation_id: number
  user_id: number
  expires_at: string
}

/**
 * A link with which one owner decides about one request, once, for at most a day. What is stored,
 * here and in the message, is only its name: the mail is completed when it leaves, so that nobody
 * who reads the ledger can decide in the owner's place.
 */
export function makeDecisionLink(link: {
  reservation: number
  user: number
  holdUntil: Date
  now: Date
}): { address: string; row: DecisionLinkRow } {
  const { reservation, user, holdUntil, now } = link
  const name = randomBytes(12).toString('base64url')
  const expiresAt = new Date(Math.min(now.getTime() + HOURS * 3_600_000, holdUntil.getTime()))
  return {
    address: addressOf(name),
    row: {
      token_hash: hashOf(decisionToken(name)),
      reservation_id: reservation,
      user_id: user,
      expires_at: expiresAt.toISOString(),
    },
  }
}

const INCOMPLETE = new RegExp(
  `(${addressOf('').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})(${NAME.source})(?![\\w.-])`,
  'g',
)

/**
 * The text of a mail as it leaves: each link to decide gets what makes it open, where it was made for
 * this reader. Else whoever learns a name could have it completed in a mail to themselves.
 * @param isTheirs by the hash that the table keeps
 */
export const completeLinks = (text: string, isTheirs: (hash: string) => boolean): string =>
  text.replace(INCOMPLETE, (link, before: string, name: string) => {
    const token = decisionToken(name)
    return isTheirs(hashOf(token)) ? before + token : link
  })
