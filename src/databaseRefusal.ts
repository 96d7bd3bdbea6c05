import type { Words } from '@/domain/status'

type Refused = { status: number; words: Words; code: string }

const CONFLICT: Omit<Refused, 'code'> = {
  status: 409,
  words: {
    fr: 'Quelqu’un d’autre vient de faire un changement : rechargez la page et réessayez.',
    en: 'Somebody else has just made a change: reload the page and try again.',
  },
}

/** PostgreSQL's own codes (appendix A of its manual) that a person can cause. */
const REFUSALS: Record<string, Omit<Refused, 'code'>> = {
  '23P01': {
    status: 409,
    words: { fr: 'Ce moment vient d’être pris.', en: 'This time has just been taken.' },
  },
  '23505': CONFLICT,
  '40001': CONFLICT,
  '40P01': CONFLICT,
  '55P03': CONFLICT,
  '23503': {
    status: 400,
    words: {
      fr: 'Un élément indiqué n’existe pas, ou sert encore ailleurs.',
      en: 'Something named does not exist, or is still used elsewhere.',
    },
  },
  '23502': {
    status: 409,
    words: {
      fr: 'Cet élément sert encore ailleurs.',
      en: 'This is still used elsewhere.',
    },
  },
  '23514': {
    status: 409,
    words: {
      fr: 'Ce changement est refusé : l’historique ne se réécrit pas.',
      en: 'This change is refused: history is not rewritten.',
    },
  },
  // Codes of our own: see the migration of the erasures.
  SC409: {
    status: 409,
    words: {
      fr: 'Une réservation de ce client est encore ouverte, ou un message part en ce moment.',
      en: 'A reservation of this client is still open, or a message is leaving right now.',
    },
  },
  SC410: {
    status: 409,
    words: {
      fr: 'Les données de ce client ont été effacées : rien ne s’y ajoute plus.',
      en: 'The data of this client was erased: nothing is added to it any more.',
    },
  },
  '22P02': {
    status: 400,
    words: { fr: 'Une valeur est illisible.', en: 'A value cannot be read.' },
  },
  '22003': {
    status: 400,
    words: { fr: 'Un nombre est trop grand.', en: 'A number is too large.' },
  },
  '22021': {
    status: 400,
    words: {
      fr: 'Un texte contient un caractère interdit.',
      en: 'A text has a forbidden character.',
    },
  },
}

/** What a thrown error says about the database's refusal, or null when it is something else. */
export function databaseRefusal(error: unknown): Refused | null {
  for (let link: unknown = error, depth = 0; link && depth < 4; depth += 1) {
    if (typeof link !== 'object') return null
    const code = 'code' in link ? String(link.code) : ''
    const known = REFUSALS[code]
    if (known) return { ...known, code }
    link = 'cause' in link ? link.cause : null
  }
  return null
}
