import type { Locale } from '@/domain/status'
import { deadlineInWords, promiseInWords } from '@/domain/wording'
import { env } from '@/env'

type Promised = {
  status?: unknown
  respondBy?: unknown
  respondedAt?: unknown
}

/** What a row's promise has come to, in words, and whether it is late right now. */
export function promiseLine(row: Promised, now: Date, locale: Locale) {
  const respondBy = new Date(String(row.respondBy))
  if (Number.isNaN(respondBy.getTime())) return null
  const respondedAt = row.respondedAt ? new Date(String(row.respondedAt)) : null
  const waiting = row.status === 'en_attente'
  const zone = env.timeZone
  return {
    before: deadlineInWords(respondBy, now, zone, locale),
    words:
      waiting || respondedAt ? promiseInWords({ respondBy, respondedAt, now, zone, locale }) : null,
    late: waiting && !respondedAt && respondBy < now,
    missed: respondedAt !== null && respondedAt > respondBy,
    waiting,
    /** Nobody has answered yet: the clock runs. */
    open: waiting && !respondedAt,
  }
}
