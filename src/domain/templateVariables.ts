import type { TemplateKey } from './notifications'
import type { Words } from './status'
import { VARIABLES, VARIABLE_NAMES, type VariableName } from './variables'

/** Which variables a template may use, and which it must: what is not known then cannot be said. */

export const TEMPLATE_LABELS: Record<TemplateKey, Words> = {
  accuse_reception: { fr: 'Accusé de réception', en: 'Acknowledgement' },
  nouvelle_demande: { fr: 'Nouvelle demande (équipe)', en: 'New request (team)' },
  confirmation: { fr: 'Confirmation', en: 'Confirmation' },
  annulation: { fr: 'Annulation', en: 'Cancellation' },
  annulation_gestion: { fr: 'Annulée par le client (équipe)', en: 'Cancelled by client (team)' },
  rappel_delai: { fr: 'Réponse bientôt due (équipe)', en: 'Answer due soon (team)' },
  retard_client: { fr: 'Excuses pour le retard', en: 'Apology for the delay' },
  escalade: { fr: 'Délai dépassé (responsable)', en: 'Promise missed (manager)' },
  expiration: { fr: 'Demande expirée (client et équipe)', en: 'Request expired (client and team)' },
  rappel_visite: { fr: 'Rappel de la veille', en: 'Reminder of the day before' },
  nouveau_message: {
    fr: 'Nouveau message (client et équipe)',
    en: 'New message (client and team)',
  },
  lien_acces: { fr: 'Lien d’accès aux réservations', en: 'Link to one’s bookings' },
}

type Rule = {
  required: readonly VariableName[]
  allowed: readonly VariableName[]
  /** Without a value for some readers of this template, besides those the registry calls optional. */
  optional?: readonly VariableName[]
  /** Never with a value here: no longer offered, and left in the texts that hold it. */
  silent?: readonly VariableName[]
}

const CONTACT = ['agence', 'contact_email', 'contact_telephone'] as const
const BOOKING = [
  'reference',
  'client_nom',
  'client_telephone',
  'client_email',
  'bien',
  'adresse',
  'type_demande',
  'quand',
  'statut',
  'note_client',
  ...CONTACT,
] as const
// Only before the answer: afterwards a promised time or a held place would be a false statement.
const UNANSWERED = ['echeance', 'delai', 'expire_le'] as const
const CLIENT = [...BOOKING, 'lien_suivi', 'lien_whatsapp'] as const
const TEAM = [...BOOKING, 'lien_admin'] as const

export const TEMPLATE_VARIABLES: Record<TemplateKey, Rule> = {
  accuse_reception: {
    required: ['reference', 'echeance', 'contact_email', 'lien_suivi'],
    allowed: [...CLIENT, ...UNANSWERED],
  },
  nouvelle_demande: {
    required: [
      'reference',
      'echeance',
      'bien',
      'quand',
      'client_nom',
      'client_telephone',
      'lien_admin',
    ],
    allowed: [...TEAM, ...UNANSWERED],
  },
  confirmation: {
    required: ['reference', 'bien', 'quand', 'adresse', 'contact_email', 'lien_suivi'],
    allowed: [...CLIENT, 'motif'],
  },
  annulation: {
    required: ['reference', 'bien', 'quand', 'contact_email', 'lien_suivi'],
    allowed: [...CLIENT, 'motif', 'alternatives'],
  },
  annulation_gestion: {
    required: ['reference', 'bien', 'quand', 'client_nom', 'lien_admin'],
    allowed: [...TEAM, 'motif'],
  },
  rappel_delai: {
    required: ['reference', 'echeance', 'bien', 'quand', 'lien_admin'],
    allowed: [...TEAM, ...UNANSWERED],
  },
  retard_client: {
    required: ['reference', 'echeance', 'contact_email', 'lien_suivi'],
    allowed: [...CLIENT, ...UNANSWERED],
  },
  escalade: {
    required: ['reference', 'echeance', 'bien', 'client_nom', 'client_telephone', 'lien_admin'],
    allowed: [...TEAM, ...UNANSWERED],
  },
  expiration: {
    required: ['reference', 'bien', 'quand', 'contact_email', 'lien_suivi', 'lien_admin'],
    allowed: [...CLIENT, 'lien_admin', 'echeance', 'expire_le', 'motif', 'alternatives'],
    optional: ['lien_suivi', 'lien_admin'],
    // Nobody decides that a hold runs out.
    silent: ['motif'],
  },
  rappel_visite: {
    required: ['reference', 'bien', 'quand', 'adresse', 'contact_email', 'lien_suivi'],
    allowed: CLIENT,
  },
  nouveau_message: {
    required: ['reference', 'texte_message', 'lien_suivi', 'lien_admin'],
    allowed: [...CLIENT, 'lien_admin', 'texte_message'],
    optional: ['lien_suivi', 'lien_admin'],
  },
  lien_acces: {
    required: ['lien_acces', 'expire_le', 'contact_email'],
    allowed: ['lien_acces', 'expire_le', 'client_nom', ...CONTACT],
    optional: ['client_nom'],
  },
}

export const isAllowed = (name: VariableName, key: TemplateKey): boolean =>
  TEMPLATE_VARIABLES[key].allowed.includes(name)

/** Whether the variable can be without a value in this template. */
export const isOptional = (name: VariableName, key: TemplateKey): boolean =>
  VARIABLES[name].optional === true || (TEMPLATE_VARIABLES[key].optional?.includes(name) ?? false)

/** Why a variable may not stand in a subject, or null when it may. */
export function refusedInSubject(name: VariableName, key: TemplateKey): Words | null {
  const { type, personal } = VARIABLES[name]
  if (type === 'url') return { fr: 'c’est un lien', en: 'it is a link' }
  if (personal)
    return {
      fr: 'un objet se lit sur un téléphone verrouillé',
      en: 'a subject can be read on a locked phone',
    }
  if (isOptional(name, key))
    return { fr: 'elle peut être sans valeur', en: 'it can be without a value' }
  return null
}

/** The variables that a template's writer is offered, in the order of the registry. */
export const variablesOf = (key: TemplateKey): VariableName[] =>
  VARIABLE_NAMES.filter(
    (name) => isAllowed(name, key) && !TEMPLATE_VARIABLES[key].silent?.includes(name),
  )
