import type { Words } from '@/domain/status'

type Refused = { status: number; words: Words; code: string }

const CONFLICT: Omit<Refused, 'code'> = {
  status: 409,
  words: {
    fr: 'Quelqu’un d’autre vient de faire un changement : rechargez la page et réessayez.',
    en: 'Somebody else has just made a change: reload the page and try again.',
  },
}

const AWAY: Omit<Refused, 'code'> = {
  status: 503,
  words: {
    fr: 'Le service est interrompu un moment. Réessayez dans quelques minutes.',
    en: 'The service is interrupted for a moment. Try again in a few minutes.',
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

/** Connections lost (class 08), a COMMIT that did not happen (40000), resources spent, disk full included (53), an operator (57P): all pass. */
const isAway = (code: string) =>
  /^(08...|40000|53...|57P..|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code)

/** What the driver says of a connection that ended, without any code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/

const refusalOf = (code: string): Omit<Refused, 'code'> | undefined =>
  REFUSALS[code] ?? (isAway(code) ? AWAY : undefined)

/** What a thrown error says about the database's refusal, or null when it is something else. */
export function databaseRefusal(error: unknown): Refused | null {
  for (const { code, message } of causes(error)) {
    const known = refusalOf(code)
    if (known) return { ...known, code }
    if (LOST.test(message)) return { ...AWAY, code: 'LOST' }
  }
  return null
}

/** Whether nothing was answered at all, in contrast to a statement that was refused. */
export const isDatabaseAway = (error: unknown): boolean =>
  causes(error).some(({ code, message }) => isAway(code) || LOST.test(message))

/** The code of a failed statement (SQLSTATE, five signs) or `LOST`; null when it was none. */
export function databaseCode(error: unknown): string | null {
  const chain = causes(error)
  const code = chain.find((link) => /^[0-9A-Z]{5}$/.test(link.code))?.code
  if (code) return code
  return chain.some(({ message }) => LOST.test(message) || message.startsWith('Failed query'))
    ? 'LOST'
    : null
}

/**
 * The same in PostgreSQL's own words, for whoever operates the program; null when it was no statement.
 * Of values that were refused (class 22, and what triggers raise) only the code: the words repeat them.
 */
export function databaseWords(error: unknown): string | null {
  const code = databaseCode(error)
  if (code === null) return null
  if (code === 'LOST') return 'The connection to the database was lost.'
  const said = causes(error).find((link) => link.code === code)?.message
  return said && !/^(22|P0|SC)/.test(code)
    ? `The database says: ${said} (${code}).`
    : `The database refused a value (${code}).`
}

/** An error and what caused it, four deep. */
function causes(error: unknown): { code: string; message: string }[] {
  const chain: { code: string; message: string }[] = []
  for (let link = error; typeof link === 'object' && link && chain.length < 4;) {
    chain.push({
      code: 'code' in link ? String(link.code) : '',
      message: link instanceof Error ? link.message : '',
    })
    link = 'cause' in link ? link.cause : null
  }
  return chain
}
