import type { Words } from '@/domain/status'

type Refused = { status: number; words: Words; code: string }

const CONFLICT: Omit<Refused, 'code'> = {
  status: 409,
  words: {
    fr: 'Quelqu’un d’autre vient de faire un changement : rechargez la page et réessayez.',
    en: 'Somebody else has just made a change: reload the page and try again.',
  },
}

export const INTERRUPTED: Words = {
  fr: 'Le service est interrompu un moment. Réessayez dans quelques minutes.',
  en: 'The service is interrupted for a moment. Try again in a few minutes.',
}

const AWAY: Omit<Refused, 'code'> = { status: 503, words: INTERRUPTED }

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

/**
 * Connections lost (class 08), a COMMIT that did not happen (40000), resources spent, disk full included
 * (53), an operator (57P), a server that only reads (25006), a failing disk (58030): all pass.
 */
const isAway = (code: string) =>
  /^(08...|40000|53...|57P..|25P03|25006|58030|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH)$/.test(
    code,
  )

/** The connection itself was refused, or ended by the server: no password, no such database, all codes. */
const isFatal = (severity: string) => /^(FATAL|PANIC)$/.test(severity)

/** What the driver says of a connection that ended, without any code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/

const refusalOf = (code: string): Omit<Refused, 'code'> | undefined =>
  REFUSALS[code] ?? (isAway(code) ? AWAY : undefined)

/** What a thrown error says about the database's refusal, or null when it is something else. */
export function databaseRefusal(error: unknown): Refused | null {
  for (const { code, message, severity } of causes(error)) {
    const known = refusalOf(code) ?? (isFatal(severity) ? AWAY : undefined)
    if (known) return { ...known, code }
    if (LOST.test(message)) return { ...AWAY, code: 'LOST' }
  }
  return null
}

/** Whether nothing was answered at all, in contrast to a statement that was refused. */
export const isDatabaseAway = (error: unknown): boolean =>
  causes(error).some(
    ({ code, message, severity }) => isAway(code) || isFatal(severity) || LOST.test(message),
  )

/**
 * Whether a transaction that failed so surely left nothing: its connection was never made, or it was
 * told no before its COMMIT. A connection lost on the way says nothing of the kind.
 */
export const leftNothing = (error: unknown): boolean =>
  causes(error).some(
    ({ code, message }) =>
      /^(53...|57P03|25006|40000|55000|3D000|28...|ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(code) ||
      message.startsWith('timeout exceeded when trying to connect'),
  )

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
function causes(error: unknown): { code: string; message: string; severity: string }[] {
  const chain: { code: string; message: string; severity: string }[] = []
  for (let link = error; typeof link === 'object' && link && chain.length < 4;) {
    chain.push({
      code: 'code' in link ? String(link.code) : '',
      message: link instanceof Error ? link.message : '',
      severity: 'severity' in link ? String(link.severity) : '',
    })
    link = 'cause' in link ? link.cause : null
  }
  return chain
}
