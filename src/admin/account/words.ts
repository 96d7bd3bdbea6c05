import type { Locale } from '@/domain/status'

const fr = {
  title: 'Sessions ouvertes',
  none: 'Aucune session ouverte.',
  since: 'Ouverte le',
  until: 'jusqu’au',
  current: 'celle-ci, sur cet appareil',
  end: 'Fermer cette session',
  endTitle: 'Fermer cette session ?',
  endOthers: 'Fermer toutes les autres',
  endOthersTitle: 'Fermer toutes les autres sessions ?',
  back: 'Revenir',
  sending: 'Fermeture…',
  done: 'C’est fermé.',
  failed: 'Rien n’a été fermé : vérifiez la connexion, puis réessayez.',
}

const en: typeof fr = {
  title: 'Open sessions',
  none: 'No open session.',
  since: 'Opened on',
  until: 'until',
  current: 'this one, on this device',
  end: 'End this session',
  endTitle: 'End this session?',
  endOthers: 'End all others',
  endOthersTitle: 'End all other sessions?',
  back: 'Go back',
  sending: 'Ending…',
  done: 'Ended.',
  failed: 'Nothing was ended: check the connection, then try again.',
}

export const sessionWords = (locale: Locale) => (locale === 'en' ? en : fr)
