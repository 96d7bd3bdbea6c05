import type { Locale } from '@/domain/status'

const fr = {
  property: 'Bien',
  kind: 'Demande',
  name: 'Nom de l’appelant',
  phone: 'Téléphone',
  phoneHint: 'Un numéro national s’écrit en entier, par exemple',
  email: 'E-mail (facultatif)',
  note: 'Ce qu’il demande (facultatif)',
  language: 'Langue de ses messages',
  french: 'Français',
  english: 'Anglais',
  consent: 'L’appelant accepte que nous gardions ces coordonnées pour lui répondre',
  confirm: 'Confirmer tout de suite',
  confirmHint: 'Sinon la demande attend, avec la même promesse que sur le site.',
  save: 'Enregistrer',
  sending: 'Enregistrement…',
  failed:
    'Pas de réponse : nous ne savons pas si c’est enregistré. Réessayez : il n’y en aura pas deux.',
  none: 'Aucun bien publié ne vous est confié.',
  done: 'C’est enregistré. Dites la référence à l’appelant :',
  promise: 'Réponse promise avant',
  status: 'Statut',
  open: 'Ouvrir la réservation',
  again: 'Prendre un autre appel',
}
export type CallWords = typeof fr

const en: CallWords = {
  property: 'Property',
  kind: 'Request',
  name: 'Caller’s name',
  phone: 'Phone',
  phoneHint: 'Write a national number whole, for example',
  email: 'E-mail (optional)',
  note: 'What is asked for (optional)',
  language: 'Language of the messages',
  french: 'French',
  english: 'English',
  consent: 'The caller agrees that we keep these details to answer',
  confirm: 'Confirm at once',
  confirmHint: 'Otherwise the request waits, with the same promise as on the site.',
  save: 'Save',
  sending: 'Saving…',
  failed: 'No answer came: we do not know whether it was saved. Try again: there will not be two.',
  none: 'No published property is yours to manage.',
  done: 'Saved. Tell the caller the reference:',
  promise: 'Answer promised by',
  status: 'Status',
  open: 'Open the reservation',
  again: 'Take another call',
}

/** @param example a number as people of the country write it */
export function callWords(locale: Locale, example: string): CallWords {
  const words = locale === 'en' ? en : fr
  return { ...words, phoneHint: `${words.phoneHint} ${example}.` }
}
