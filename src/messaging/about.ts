import type { TemplateKey } from '@/domain/notifications'
import { staleReason, type StaleReason } from '@/domain/relevance'
import type { Status } from '@/domain/status'

/** What a message is judged by before it leaves: its reservation as it is now, as JSON writes it. */
export type About = {
  status: Status
  answered: boolean
  startsAt: string
  endsAt: string
  movedAt: string | null
}

/** An `About` in SQL, of the reservation `r`. */
export const ABOUT = `json_build_object('status', r.status, 'answered', r.responded_at is not null,
  'startsAt', r.starts_at, 'endsAt', r.ends_at, 'movedAt', scim_moved_at(r.id))`

/**
 * Why a message is withdrawn, or null when it may go.
 * @param when.tried whether a server may already have it
 * @param when.now the database's clock when `about` was read
 */
export const staleNow = (
  template: TemplateKey,
  about: About,
  when: { tried: boolean; queuedAt: Date; now: Date },
): StaleReason | null =>
  staleReason(template, {
    status: about.status,
    answered: about.answered,
    startsAt: new Date(about.startsAt),
    endsAt: new Date(about.endsAt),
    movedAt: about.movedAt ? new Date(about.movedAt) : null,
    ...when,
  })
