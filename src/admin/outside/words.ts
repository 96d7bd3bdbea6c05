import type { Locale } from '@/domain/status'

const fr = {
  title: 'Lecture de ces calendriers',
  never: 'pas encore lu',
  read: (when: string) => `lu avec succès ${when}`,
  failed: (why: string, when: string) => `${when} : ${why}`,
  kept: 'Ce qui en était connu reste fermé.',
  periods: (count: number) => `${count} période${count > 1 ? 's' : ''} à venir`,
  clashes: 'Pris ici et ailleurs',
  clashHint: 'Rien n’est annulé ni déplacé tout seul : décidez ici, ou dans l’autre calendrier.',
  clash: (when: string, calendar: string) => `Aussi pris dans « ${calendar} » : ${when}`,
  unnamed: 'un autre calendrier',
  faults: {
    adresse: 'ce n’est pas une adresse que l’on puisse lire',
    prive: 'cette adresse mène à un réseau privé ; seules les adresses publiques sont lues',
    trop_grand: 'le calendrier dépasse 2 Mo',
    trop_lent: 'pas de réponse en 20 secondes',
    redirections: 'trop de renvois d’une adresse à l’autre',
    injoignable: 'le serveur ne répond pas',
    illisible: 'la réponse n’est pas un calendrier',
    trop_de_dates: 'une règle de répétition donne trop de dates',
  } as Record<string, string>,
  http: (status: string) => `le serveur répond par l’erreur ${status}`,
}

export type OutsideWords = typeof fr

const en: OutsideWords = {
  title: 'How these calendars are read',
  never: 'not read yet',
  read: (when) => `read successfully ${when}`,
  failed: (why, when) => `${when}: ${why}`,
  kept: 'What was known of it stays closed.',
  periods: (count) => `${count} period${count === 1 ? '' : 's'} to come`,
  clashes: 'Taken here and elsewhere',
  clashHint: 'Nothing is cancelled or moved by itself: decide here, or in the other calendar.',
  clash: (when, calendar) => `Also taken in “${calendar}”: ${when}`,
  unnamed: 'another calendar',
  faults: {
    adresse: 'it is no address that can be read',
    prive: 'this address leads into a private network; only public ones are read',
    trop_grand: 'the calendar is larger than 2 MB',
    trop_lent: 'no answer within 20 seconds',
    redirections: 'too many redirects',
    injoignable: 'the server does not answer',
    illisible: 'the answer is no calendar',
    trop_de_dates: 'a rule of repetition gives too many dates',
  },
  http: (status) => `the server answers with error ${status}`,
}

export const outsideWords = (locale: Locale): OutsideWords => (locale === 'en' ? en : fr)

/** Why a calendar could not be read, from the code that is stored. */
export const faultInWords = (fault: string, words: OutsideWords) =>
  words.faults[fault] ?? words.http(fault.replace(/^http_/, ''))
