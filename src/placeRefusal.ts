import type { Locale, Words } from '@/domain/status'
import { Refusal, type RefusalCode } from '@/refusal'

type PlaceProblem = Extract<
  RefusalCode,
  'lien_inconnu' | 'kind_refuse' | 'passe' | 'trop_loin' | 'hors_horaires' | 'duree' | 'pris'
>

const SENTENCES: Record<PlaceProblem, { path: string; status: 400 | 409; words: Words }> = {
  lien_inconnu: {
    path: 'property',
    status: 400,
    words: {
      fr: 'Ce bien n’existe pas ou n’est plus proposé.',
      en: 'This property does not exist or is no longer offered.',
    },
  },
  kind_refuse: {
    path: 'kind',
    status: 400,
    words: {
      fr: 'Ce bien ne se demande pas ainsi : choisissez une autre demande.',
      en: 'This property cannot be asked for in this way: choose another request.',
    },
  },
  passe: {
    path: 'startsAt',
    status: 400,
    words: {
      fr: 'Ce moment est déjà passé : choisissez-en un autre.',
      en: 'This time has already passed: choose another one.',
    },
  },
  trop_loin: {
    path: 'startsAt',
    status: 400,
    words: {
      fr: 'Cette date est trop lointaine : choisissez dans les douze prochains mois.',
      en: 'This date is too far away: choose within the next twelve months.',
    },
  },
  hors_horaires: {
    path: 'startsAt',
    status: 400,
    words: {
      fr: 'Il n’y a pas de rendez-vous à cette heure : choisissez un créneau proposé.',
      en: 'There is no appointment at this time: choose one of the offered slots.',
    },
  },
  duree: {
    path: 'endsAt',
    status: 400,
    words: {
      fr: 'La durée ne convient pas : un rendez-vous dure un créneau, un séjour d’une à 90 nuits.',
      en: 'The length does not fit: an appointment lasts one slot, a stay one to 90 nights.',
    },
  },
  pris: {
    path: 'startsAt',
    status: 409,
    words: {
      fr: 'Ce moment n’est pas libre : choisissez-en un autre.',
      en: 'This time is not free: choose another one.',
    },
  },
}

export function placeRefusal(problem: PlaceProblem, locale: Locale): Refusal {
  const { path, status, words } = SENTENCES[problem]
  return new Refusal(problem, words, path, status, locale)
}
