import type { Locale } from '@/domain/status'

const fr = {
  title: 'Calendrier à suivre',
  what: {
    bien: 'Les demandes en attente et les réservations confirmées de ce bien, dans Google Agenda, Outlook ou un téléphone.',
    proprietaire:
      'Les demandes en attente et les réservations confirmées de tous les biens de cette personne.',
    agence: 'Les demandes en attente et les réservations confirmées de toute l’agence.',
  },
  secret: 'Qui connaît cette adresse lit ce calendrier : ne la donnez qu’à qui doit le voir.',
  address: 'Adresse du calendrier',
  names: 'Écrire le nom des clients (jamais leur téléphone ni leur e-mail)',
  none: 'Aucune adresse n’est ouverte.',
  open: 'Créer une adresse',
  renew: 'Nouvelle adresse',
  renewHint: 'Ce choix vaut pour une nouvelle adresse, qui rend l’actuelle inutile.',
  close: 'Fermer l’adresse',
  copy: 'Copier',
  copied: 'Adresse copiée.',
  notCopied: 'La copie est refusée ici : copiez l’adresse à la main.',
  done: 'C’est enregistré.',
  failed:
    'Pas de réponse : nous ne savons pas si c’est enregistré. Vérifiez-le avant de réessayer.',
}

export type FeedWords = typeof fr

const en: FeedWords = {
  title: 'Calendar to subscribe to',
  what: {
    bien: 'The held and confirmed reservations of this property, in Google Calendar, Outlook or a phone.',
    proprietaire: 'The held and confirmed reservations of all properties of this person.',
    agence: 'The held and confirmed reservations of the whole agency.',
  },
  secret:
    'Whoever knows this address reads this calendar: give it only to those who should see it.',
  address: 'Address of the calendar',
  names: 'Write clients’ names (never their phone or e-mail)',
  none: 'No address is open.',
  open: 'Create an address',
  renew: 'New address',
  renewHint: 'This choice is for a new address, which makes the present one worthless.',
  close: 'Close the address',
  copy: 'Copy',
  copied: 'Address copied.',
  notCopied: 'Copying is refused here: copy the address by hand.',
  done: 'Saved.',
  failed: 'No answer came: we do not know whether it was saved. Check before trying again.',
}

export const feedWords = (locale: Locale): FeedWords => (locale === 'en' ? en : fr)
