import type { Locale } from '@/domain/status'

/** What the writers of texts read in the panel. */
const fr = {
  variables: 'Variables de ce message',
  variablesOf: (part: 'subject' | 'body'): string =>
    part === 'subject' ? 'Variables possibles dans l’objet' : 'Variables possibles dans le message',
  insertHint: 'Un clic insère la variable à l’endroit du curseur. On peut aussi taper « / ».',
  chooseMessage: 'Choisissez d’abord le message : ses variables s’affichent ici.',
  required: 'obligatoire',
  optional: 'parfois vide',
  preview: 'Aperçu',
  previewHint: 'Le texte tel qu’il est écrit ici, enregistré ou non, avec des personnes inventées.',
  waiting: 'Préparation de l’aperçu…',
  failed: 'L’aperçu n’a pas pu être préparé. Vérifiez la connexion.',
  toCorrect: 'À corriger avant de publier',
  ready: 'Ce texte peut être publié.',
  notSendable: 'Ce texte ne peut pas partir tel quel.',
  show: 'Voir',
  views: { mail: 'E-mail', text: 'E-mail, texte seul', page: 'Page du client' },
  width: 'Largeur',
  widths: { phone: 'Téléphone', desktop: 'Ordinateur' },
  sample: 'Exemple',
  madeUp: 'Personnes inventées',
  real: 'Vraies réservations (administrateurs)',
  reader: 'Lu par',
  readers: { client: 'Le client', equipe: 'L’équipe' },
  subject: 'Objet',
  notMailed: 'Ce client n’a pas d’e-mail : il lit ce message sur sa page seulement.',
  teamNotOnPage: 'L’équipe lit ce message par e-mail ; il n’est pas sur la page du client.',
  enlarge: 'Agrandir',
  close: 'Fermer',
  sendTest: 'M’envoyer un essai',
  sending: 'Envoi…',
}

export type EditorWords = typeof fr

const en: EditorWords = {
  variables: 'Variables of this message',
  variablesOf: (part) =>
    part === 'subject' ? 'Variables for the subject' : 'Variables for the message',
  insertHint: 'One click inserts the variable at the cursor. Typing “/” works too.',
  chooseMessage: 'Choose the message first: its variables appear here.',
  required: 'required',
  optional: 'sometimes empty',
  preview: 'Preview',
  previewHint: 'The text as written here, saved or not, with made-up people.',
  waiting: 'Preparing the preview…',
  failed: 'The preview could not be prepared. Check the connection.',
  toCorrect: 'To correct before publishing',
  ready: 'This text can be published.',
  notSendable: 'This text cannot be sent as it is.',
  show: 'Show',
  views: { mail: 'E-mail', text: 'E-mail, plain text', page: 'Client’s page' },
  width: 'Width',
  widths: { phone: 'Phone', desktop: 'Computer' },
  sample: 'Sample',
  madeUp: 'Made-up people',
  real: 'Real reservations (administrators)',
  reader: 'Read by',
  readers: { client: 'The client', equipe: 'The team' },
  subject: 'Subject',
  notMailed: 'This client has no e-mail: they read this message on their page only.',
  teamNotOnPage: 'The team reads this message by e-mail; it is not on the client’s page.',
  enlarge: 'Enlarge',
  close: 'Close',
  sendTest: 'Send me a test',
  sending: 'Sending…',
}

export const editorWords = (locale: Locale): EditorWords => (locale === 'en' ? en : fr)
