import type { TemplateKey } from './notifications'
import type { Status } from './status'

/** Whether an automatic message is still true when its turn comes: what has passed is not sent. */

/** The statuses of the reservation in which a message says something true. */
const TRUE_IN: Record<TemplateKey, readonly Status[]> = {
  accuse_reception: ['en_attente'],
  nouvelle_demande: ['en_attente'],
  confirmation: ['confirmee'],
  annulation: ['annulee'],
  annulation_gestion: ['annulee'],
  rappel_delai: ['en_attente'],
  retard_client: ['en_attente'],
  escalade: ['en_attente'],
  expiration: ['annulee'],
  rappel_visite: ['confirmee'],
  nouveau_message: ['en_attente', 'confirmee', 'annulee'],
  lien_acces: ['en_attente', 'confirmee', 'annulee'],
}

/** Whether a message of this template says something true of a reservation as it stands. */
export const isTrueIn = (template: TemplateKey, status: Status): boolean =>
  TRUE_IN[template].includes(status)

/** These speak of an answer that is still missing. */
const UNANSWERED: readonly TemplateKey[] = ['rappel_delai', 'retard_client', 'escalade']

/** These name the date; whoever moves it sends a confirmation of the new one. */
const DATED: readonly TemplateKey[] = ['confirmation', 'rappel_visite']

/** These tell what somebody did. In their turn they are no contradiction: what came after follows. */
const NEWS: readonly TemplateKey[] = ['nouvelle_demande', 'confirmation']
/** How long their turn lasts: longer than a worker takes to look, shorter than any retry. */
const TURN = 60_000

export type StaleReason = 'repondue' | 'passee' | 'deplacee' | Status

/**
 * Why a message is withdrawn, or null when it may go.
 * @param facts.tried whether a server may already have it. An acknowledgement that was never tried
 *   goes out in its turn, before the decision, and proves the request; later it would contradict
 */
export function staleReason(
  template: TemplateKey,
  facts: {
    status: Status
    answered: boolean
    tried: boolean
    startsAt: Date
    endsAt: Date
    /** When it was moved last. */
    movedAt: Date | null
    queuedAt: Date
    now: Date
  },
): StaleReason | null {
  const { status, answered, tried, startsAt, endsAt, movedAt, queuedAt, now } = facts
  if (!tried) {
    if (template === 'accuse_reception') return null
    const waited = now.getTime() - queuedAt.getTime()
    if (NEWS.includes(template) && waited <= TURN) return null
  }
  if (!isTrueIn(template, status)) return status
  if (movedAt && queuedAt < movedAt && DATED.includes(template)) return 'deplacee'
  if (answered && UNANSWERED.includes(template)) return 'repondue'
  if (template === 'rappel_visite' && startsAt <= now) return 'passee'
  return template === 'confirmation' && endsAt <= now ? 'passee' : null
}
