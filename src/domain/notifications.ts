import type { Reason, Status } from './status'

/** Which event tells what to whom. Adding an event without deciding is a compile error. */

export const TEMPLATE_KEYS = [
  'accuse_reception',
  'nouvelle_demande',
  'confirmation',
  'annulation',
  'annulation_gestion',
  'rappel_delai',
  'retard_client',
  'escalade',
  'expiration',
  'rappel_visite',
  'nouveau_message',
  'lien_acces',
] as const
export type TemplateKey = (typeof TEMPLATE_KEYS)[number]

export const EVENTS = [
  'demandee',
  'confirmee',
  'deplacee',
  'annulee',
  'annulee_par_client',
  'expiree',
  'delai_proche',
  'delai_passe',
  'veille',
  'message_du_client',
  'message_de_l_equipe',
] as const
export type Event = (typeof EVENTS)[number]

/** `proprietaires`: the owners of the property, else the reference admin. */
export type Audience = 'client' | 'proprietaires' | 'admin'
export type Notice = { template: TemplateKey; to: Audience }

export const NOTICES = {
  demandee: [
    { template: 'accuse_reception', to: 'client' },
    { template: 'nouvelle_demande', to: 'proprietaires' },
  ],
  confirmee: [{ template: 'confirmation', to: 'client' }],
  // A confirmed one at another time: the confirmation again, which says the new one.
  deplacee: [{ template: 'confirmation', to: 'client' }],
  annulee: [{ template: 'annulation', to: 'client' }],
  annulee_par_client: [
    { template: 'annulation', to: 'client' },
    { template: 'annulation_gestion', to: 'proprietaires' },
  ],
  expiree: [
    { template: 'expiration', to: 'client' },
    { template: 'expiration', to: 'proprietaires' },
  ],
  delai_proche: [{ template: 'rappel_delai', to: 'proprietaires' }],
  delai_passe: [
    { template: 'retard_client', to: 'client' },
    { template: 'escalade', to: 'admin' },
  ],
  veille: [{ template: 'rappel_visite', to: 'client' }],
  message_du_client: [{ template: 'nouveau_message', to: 'proprietaires' }],
  message_de_l_equipe: [{ template: 'nouveau_message', to: 'client' }],
} as const satisfies Record<Event, readonly Notice[]>

/** The event that a change of status is, for those who must hear of it. */
export function eventOf(to: Status, reason: Reason | null): Event {
  if (to === 'en_attente') return 'demandee'
  if (to === 'confirmee') return 'confirmee'
  if (reason === 'annulee_client') return 'annulee_par_client'
  return reason === 'expiree' ? 'expiree' : 'annulee'
}
