import type { Locale, Words } from './status'

/** What a message can say about a reservation: the one list behind chips, checks and rendering. */

export type Variable = {
  label: Words
  help: Words
  sample: Words
  /** May be without a value: the paragraph or list item that speaks of it is then left out. */
  optional?: true
  /** Says who the client is. Never in a subject, which locked phones and mail logs show. */
  personal?: true
  /** What a tap on its value does: call that number, write to that address. */
  opens?: 'tel:' | 'mailto:'
} & (
  | { type: 'text' }
  | { type: 'url'; button: Words }
  /** One link a line: its words, a space, its address. */
  | { type: 'links' }
)

const same = (text: string): Words => ({ fr: text, en: text })

const LIST = {
  reference: {
    type: 'text',
    label: { fr: 'Référence', en: 'Reference' },
    help: { fr: 'La référence de la demande.', en: 'The reference of the request.' },
    sample: same('RSV-7K3M-9QXA'),
  },
  client_nom: {
    type: 'text',
    personal: true,
    label: { fr: 'Nom du client', en: 'Client’s name' },
    help: { fr: 'Comme le client l’a écrit.', en: 'As the client wrote it.' },
    sample: same('Awa Mabiala'),
  },
  client_telephone: {
    type: 'text',
    opens: 'tel:',
    personal: true,
    label: { fr: 'Téléphone du client', en: 'Client’s phone' },
    help: { fr: 'Avec l’indicatif du pays.', en: 'With the country code.' },
    sample: same('+242 06 612 34 56'),
  },
  client_email: {
    type: 'text',
    opens: 'mailto:',
    personal: true,
    optional: true,
    label: { fr: 'E-mail du client', en: 'Client’s e-mail' },
    help: { fr: 'S’il en a donné un.', en: 'If one was given.' },
    sample: same('awa@example.com'),
  },
  bien: {
    type: 'text',
    label: { fr: 'Bien', en: 'Property' },
    help: { fr: 'Le titre du bien.', en: 'The title of the property.' },
    sample: same('Villa Mpila'),
  },
  adresse: {
    type: 'text',
    label: { fr: 'Adresse du bien', en: 'Property’s address' },
    help: { fr: 'Rue, quartier et ville.', en: 'Street, district and city.' },
    sample: same('12, rue des Palmiers, Centre-ville'),
  },
  type_demande: {
    type: 'text',
    label: { fr: 'Type de demande', en: 'Kind of request' },
    help: { fr: 'Visite, location, achat ou séjour.', en: 'Viewing, rental, purchase or stay.' },
    sample: { fr: 'Visite', en: 'Viewing' },
  },
  quand: {
    type: 'text',
    label: { fr: 'Date demandée', en: 'Date asked for' },
    help: {
      fr: 'Le jour et l’heure, ou les nuits d’un séjour.',
      en: 'The day and time, or the nights of a stay.',
    },
    sample: { fr: 'mardi 1er décembre 2026 à 9 h 00', en: 'Tuesday 1 December 2026 at 9:00 am' },
  },
  echeance: {
    type: 'text',
    label: { fr: 'Heure promise', en: 'Promised time' },
    help: { fr: 'La réponse est promise avant.', en: 'An answer is promised before then.' },
    sample: { fr: 'lundi 30 novembre à 8 h 30', en: 'Monday 30 November at 8:30 am' },
  },
  delai: {
    type: 'text',
    label: { fr: 'Délai de réponse', en: 'Answering delay' },
    help: {
      fr: 'Dit aussi qu’il se compte en heures d’ouverture, quand il y en a.',
      en: 'Says as well that it counts opening hours, where there are any.',
    },
    sample: {
      fr: '30 minutes, pendant nos heures d’ouverture',
      en: '30 minutes, counted in our opening hours',
    },
  },
  statut: {
    type: 'text',
    label: { fr: 'Statut', en: 'Status' },
    help: { fr: 'Au moment du message.', en: 'At the moment of the message.' },
    sample: { fr: 'En attente', en: 'Awaiting an answer' },
  },
  motif: {
    type: 'text',
    optional: true,
    personal: true,
    label: { fr: 'Mot de la décision', en: 'Note of the decision' },
    help: {
      fr: 'Ce que la personne qui a décidé a écrit, si elle l’a fait.',
      en: 'What the person who decided wrote, if anything.',
    },
    sample: { fr: 'Appelez-nous si besoin.', en: 'Call us if needed.' },
  },
  note_client: {
    type: 'text',
    optional: true,
    personal: true,
    label: { fr: 'Remarque du client', en: 'Client’s remark' },
    help: { fr: 'Écrite avec la demande.', en: 'Written with the request.' },
    sample: { fr: 'Nous serons deux.', en: 'There will be two of us.' },
  },
  lien_suivi: {
    type: 'url',
    label: { fr: 'Lien de suivi', en: 'Tracking link' },
    help: {
      fr: 'La page du client pour cette demande.',
      en: 'The client’s page for this request.',
    },
    sample: {
      fr: 'https://agence.example/suivi/exemple',
      en: 'https://agence.example/en/suivi/exemple',
    },
    button: { fr: 'Suivre ma demande', en: 'Follow my request' },
  },
  lien_whatsapp: {
    type: 'url',
    optional: true,
    label: { fr: 'Lien WhatsApp', en: 'WhatsApp link' },
    help: { fr: 'Si un numéro est réglé.', en: 'If a number is set.' },
    sample: same('https://wa.me/242066123456?text=RSV-7K3M-9QXA'),
    button: { fr: 'Nous écrire sur WhatsApp', en: 'Write to us on WhatsApp' },
  },
  lien_admin: {
    type: 'url',
    label: { fr: 'Lien de gestion', en: 'Back-office link' },
    help: { fr: 'La demande dans cet outil.', en: 'The request in this tool.' },
    sample: same('https://agence.example/admin/collections/reservations/1'),
    button: { fr: 'Ouvrir la demande', en: 'Open the request' },
  },
  agence: {
    type: 'text',
    label: { fr: 'Nom de l’agence', en: 'Agency’s name' },
    help: { fr: 'Comme dans les réglages.', en: 'As in the settings.' },
    sample: { fr: 'Agence du Fleuve', en: 'River Agency' },
  },
  contact_email: {
    type: 'text',
    opens: 'mailto:',
    label: { fr: 'E-mail de l’agence', en: 'Agency’s e-mail' },
    help: { fr: 'Une personne y répond.', en: 'A person answers there.' },
    sample: same('contact@agence.example'),
  },
  contact_telephone: {
    type: 'text',
    opens: 'tel:',
    optional: true,
    label: { fr: 'Téléphone de l’agence', en: 'Agency’s phone' },
    help: { fr: 'S’il est dans les réglages.', en: 'If it is in the settings.' },
    sample: same('+242 06 600 00 00'),
  },
  texte_message: {
    type: 'text',
    personal: true,
    label: { fr: 'Texte du message', en: 'Text of the message' },
    help: { fr: 'Ce que l’autre a écrit.', en: 'What the other side wrote.' },
    sample: { fr: 'Puis-je venir avec ma mère ?', en: 'May I come with my mother?' },
  },
  expire_le: {
    type: 'text',
    label: { fr: 'Fin de validité', en: 'End of validity' },
    help: {
      fr: 'Jusque-là la date est gardée, ou le lien ouvert.',
      en: 'Until then the date is held, or the link open.',
    },
    sample: { fr: 'lundi 30 novembre à 14 h 32', en: 'Monday 30 November at 2:32 pm' },
  },
  lien_acces: {
    type: 'url',
    label: { fr: 'Lien d’accès', en: 'Access link' },
    help: { fr: 'Ouvre toutes les demandes du client.', en: 'Opens all the client’s requests.' },
    sample: same('https://agence.example/espace/exemple'),
    button: { fr: 'Ouvrir mes réservations', en: 'Open my bookings' },
  },
  alternatives: {
    type: 'links',
    optional: true,
    label: { fr: 'Autres dates libres', en: 'Other free dates' },
    help: {
      fr: 'S’il y en a, chacune avec un lien qui la demande.',
      en: 'If there are any, each with a link that asks for it.',
    },
    sample: {
      fr: 'mardi 1er décembre 2026 à 10 h 00 https://agence.example/reservation',
      en: 'Tuesday 1 December 2026 at 10:00 am https://agence.example/en/reservation',
    },
  },
} as const satisfies Record<string, Variable>

export type VariableName = keyof typeof LIST

export const VARIABLES: Record<VariableName, Variable> = LIST

// as: Object.keys forgets the keys of the literal above.
export const VARIABLE_NAMES = Object.keys(LIST) as VariableName[]

export const isVariableName = (name: string): name is VariableName => Object.hasOwn(LIST, name)

/** Those of the names that are variables. */
export const variablesNamed = (names: readonly string[]): VariableName[] =>
  names.filter(isVariableName)

/** What is known when a message is written. Blank, null and undefined are the same: no value. */
export type Facts = Partial<Record<VariableName, string | null>>

/** A value for every variable, to show and to check a text before it is used. */
export function sampleFacts(locale: Locale): Facts {
  return Object.fromEntries(
    VARIABLE_NAMES.map((name) => [name, VARIABLES[name].sample[locale]]),
  ) as Facts // as: the keys are the names just listed.
}
