import type { Locale } from '@/domain/status'

const fr = {
  title: 'Données de cette personne',
  lead: 'Toutes ses fiches au même nom, avec le même téléphone ou le même e-mail, et leurs réservations.',
  export: 'Télécharger ses données (JSON)',
  erase: 'Effacer ses données',
  eraseTitle: 'Effacer les données de cette personne ?',
  eraseText:
    'Nom, téléphone, e-mail, notes et messages disparaissent pour toujours. Références, dates, statuts et statistiques restent. Une sauvegarde plus ancienne, une fois restaurée, est effacée de nouveau. Cela ne se défait pas.',
  erased: 'Données effacées le',
  onRequest: 'à sa demande',
  byTime: 'la durée de conservation étant passée',
  back: 'Revenir',
  sending: 'Effacement…',
  done: 'Les données sont effacées.',
  failed: 'Rien n’a été effacé : vérifiez la connexion, puis réessayez.',
}

const en: typeof fr = {
  title: 'Data of this person',
  lead: 'All records of the same name with the same phone or the same e-mail, and their reservations.',
  export: 'Download the data (JSON)',
  erase: 'Erase the data',
  eraseTitle: 'Erase the data of this person?',
  eraseText:
    'Name, phone, e-mail, notes and messages disappear for ever. References, dates, states and statistics stay. An older backup is erased again once it is restored. This cannot be undone.',
  erased: 'Data erased on',
  onRequest: 'at the person’s request',
  byTime: 'as the time of keeping was over',
  back: 'Go back',
  sending: 'Erasing…',
  done: 'The data is erased.',
  failed: 'Nothing was erased: check the connection, then try again.',
}

export const clientWords = (locale: Locale) => (locale === 'en' ? en : fr)
