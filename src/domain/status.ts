/** The life of a reservation: its states, who may move it, and how each state is said. */

export type Locale = 'fr' | 'en'
export const LOCALES = ['fr', 'en'] as const satisfies readonly Locale[]

/** Text for people, in both languages. */
export type Words = Record<Locale, string>

export const STATUSES = ['en_attente', 'confirmee', 'annulee'] as const
export type Status = (typeof STATUSES)[number]

export const isStatus = (value: unknown): value is Status =>
  STATUSES.some((status) => status === value)

export const STATUS_LABELS: Record<Status, Words> = {
  en_attente: { fr: 'En attente', en: 'Awaiting an answer' },
  confirmee: { fr: 'Confirmée', en: 'Confirmed' },
  annulee: { fr: 'Annulée', en: 'Cancelled' },
}

/** The pill that carries the label; never shown without it. */
export const STATUS_COLOURS = {
  en_attente: 'warning',
  confirmee: 'success',
  annulee: 'light',
} as const satisfies Record<Status, string>

export const KINDS = ['visite', 'location', 'achat', 'sejour'] as const
export type Kind = (typeof KINDS)[number]

export const KIND_LABELS: Record<Kind, Words> = {
  visite: { fr: 'Visite', en: 'Viewing' },
  location: { fr: 'Location', en: 'Rental' },
  achat: { fr: 'Achat', en: 'Purchase' },
  sejour: { fr: 'Séjour', en: 'Stay' },
}

export const SOURCES = ['portail', 'telephone', 'api'] as const
export type Source = (typeof SOURCES)[number]

export const SOURCE_LABELS: Record<Source, Words> = {
  portail: { fr: 'Site', en: 'Website' },
  telephone: { fr: 'Téléphone', en: 'Phone' },
  api: { fr: 'Programme', en: 'Program' },
}

export const REASONS = ['refusee', 'annulee_client', 'expiree', 'annulee_gestion'] as const
export type Reason = (typeof REASONS)[number]

export const REASON_LABELS: Record<Reason, Words> = {
  refusee: { fr: 'Refusée', en: 'Declined' },
  annulee_client: { fr: 'Annulée par le client', en: 'Cancelled by the client' },
  expiree: { fr: 'Expirée sans réponse', en: 'Expired without an answer' },
  annulee_gestion: { fr: 'Annulée par l’agence', en: 'Cancelled by the agency' },
}

/** The status `annulee` together with its reason, where a letter says no more than that. */
export const ENDED_LABELS: Record<Reason, Words> = {
  ...REASON_LABELS,
  refusee: { fr: 'Annulée (refusée)', en: 'Cancelled (declined)' },
  expiree: { fr: 'Annulée (expirée sans réponse)', en: 'Cancelled (expired without an answer)' },
}

export const ACTORS = ['client', 'proprietaire', 'admin', 'systeme'] as const
export type Actor = (typeof ACTORS)[number]

export const ACTOR_LABELS: Record<Actor, Words> = {
  client: { fr: 'Client', en: 'Client' },
  proprietaire: { fr: 'Propriétaire', en: 'Owner' },
  admin: { fr: 'L’agence', en: 'The agency' },
  systeme: { fr: 'Automatique', en: 'Automatic' },
}

/** `reasons`: what the move says of itself, by who makes it; a confirmation needs none. */
export type Move = {
  from: Status
  to: Status
  by: readonly Actor[]
  reasons: Partial<Record<Actor, Reason>>
}

/** Every move there is. What is not in this list is refused. */
const MOVES: readonly Move[] = [
  { from: 'en_attente', to: 'confirmee', by: ['proprietaire', 'admin'], reasons: {} },
  {
    from: 'en_attente',
    to: 'annulee',
    by: ['client', 'proprietaire', 'admin', 'systeme'],
    reasons: {
      client: 'annulee_client',
      proprietaire: 'refusee',
      admin: 'refusee',
      systeme: 'expiree',
    },
  },
  {
    from: 'confirmee',
    to: 'annulee',
    by: ['client', 'proprietaire', 'admin'],
    reasons: {
      client: 'annulee_client',
      proprietaire: 'annulee_gestion',
      admin: 'annulee_gestion',
    },
  },
]

export type Judgement =
  { verdict: 'unchanged' } | { verdict: 'moved'; reason: Reason | null } | { verdict: 'refused' }

/** What becomes of an actor's wish to bring a reservation from one status to another. */
export function judgeMove(wish: { from: Status; to: Status; by: Actor }): Judgement {
  if (wish.from === wish.to) return { verdict: 'unchanged' }
  const move = MOVES.find(({ from, to }) => from === wish.from && to === wish.to)
  if (!move?.by.includes(wish.by)) return { verdict: 'refused' }
  return { verdict: 'moved', reason: move.reasons[wish.by] ?? null }
}
