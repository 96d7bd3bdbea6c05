import { PROMISE_LABELS, promiseVerdict } from '@/domain/promise'
import type { Locale } from '@/domain/status'
import { deadlineInWords, promiseInWords, unbroken } from '@/domain/wording'
import { env } from '@/env'

type Promised = {
  status?: unknown
  respondBy?: unknown
  respondedAt?: unknown
}

/**
 * What a row's promise has come to, in words, and whether it is late right now.
 * @param endedAt when it ended without an answer
 */
export function promiseLine(row: Promised, now: Date, locale: Locale, endedAt?: Date) {
  const respondBy = new Date(String(row.respondBy))
  if (Number.isNaN(respondBy.getTime())) return null
  const respondedAt = row.respondedAt ? new Date(String(row.respondedAt)) : null
  const waiting = row.status === 'en_attente'
  const zone = env.timeZone
  // Asked for only to tell "in time" from "soon", which no words here do.
  const requestedAt = respondBy
  const state = promiseVerdict({ requestedAt, respondBy, respondedAt, endedAt, now })
  const missed = state === 'manquee'
  const told = waiting || respondedAt
  return {
    before: unbroken(deadlineInWords(respondBy, now, zone, locale)),
    words: told
      ? unbroken(promiseInWords({ respondBy, respondedAt, now, zone, locale }))
      : missed
        ? PROMISE_LABELS.manquee[locale]
        : null,
    late: waiting && state === 'en_retard',
    missed,
    waiting,
    /** Nobody has answered yet: the clock runs. */
    open: waiting && !respondedAt,
  }
}
