import type { Actor, Reason, Status } from './status'

/**
 * The history of a reservation as a chain: each row carries the hash of the one before it. The
 * database seals rows as they are written; here is what is sealed, and how a break is found. Names
 * and notes are left out on purpose: they can be erased without breaking the proof.
 */

export type ChainRow = {
  id: number
  from: Status | null
  to: Status
  actor: Actor
  reason: Reason | null
  at: Date
  previousHash: string | null
  hash: string | null
}

/** A message already written, with the fingerprint of the history that it bears. */
export type Witness = { id: number; fingerprint: string; text: string }

export type ChainedReservation = {
  reference: string
  status: Status
  /** In the order of their ids. */
  history: ChainRow[]
  /** In the order of their ids; those that bear a fingerprint. */
  witnesses: Witness[]
}

/** What a row's hash covers. The trigger `status_history_chain` writes the very same lines. */
export const sealedText = (reference: string, row: Omit<ChainRow, 'id' | 'hash'>): string =>
  [
    'scim-history-1',
    reference,
    row.from ?? '',
    row.to,
    row.actor,
    row.reason ?? '',
    row.at.toISOString(),
    row.previousHash ?? '',
  ].join('\n')

/** The short form that people can compare: 48 bits of the hash, 'A1B2-C3D4-E5F6'. */
export function fingerprintOf(hash: string): string {
  return (hash.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

/**
 * Everything that is wrong with a history, one English sentence each.
 * @param sha256 hex digest of a text's UTF-8 bytes
 */
export function chainFaults(
  reservation: ChainedReservation,
  sha256: (text: string) => string,
): string[] {
  return [
    ...linkFaults(reservation, sha256),
    ...endFaults(reservation),
    ...witnessFaults(reservation),
  ]
}

function linkFaults({ reference, history }: ChainedReservation, sha256: (text: string) => string) {
  return history.flatMap((row, index) => {
    const before = history[index - 1]
    const faults: string[] = []
    if (sha256(sealedText(reference, row)) !== row.hash)
      faults.push(`step ${row.id} was edited: its content does not match its hash`)
    if (row.previousHash !== (before?.hash ?? null))
      faults.push(
        `before step ${row.id} a step was deleted, inserted or moved: it does not follow ${before ? `step ${before.id}` : 'the beginning'}`,
      )
    if (row.from !== (before?.to ?? null))
      faults.push(
        `step ${row.id} begins at ${row.from ?? 'nothing'}, but the history stood at ${before?.to ?? 'nothing'}`,
      )
    return faults
  })
}

function endFaults({ history, status }: ChainedReservation): string[] {
  const last = history.at(-1)
  if (!last) return ['its whole history is missing']
  return last.to === status
    ? []
    : [`its status is ${status}, but the history ends with ${last.to} at step ${last.id}`]
}

function witnessFaults({ history, witnesses }: ChainedReservation): string[] {
  const known = new Set(history.map(({ hash }) => fingerprintOf(hash ?? '')))
  const borne = new Set(witnesses.map(({ fingerprint }) => fingerprint))
  return [
    ...witnesses.flatMap(({ id, fingerprint, text }) => {
      const faults: string[] = []
      if (!known.has(fingerprint))
        faults.push(
          `message ${id} bears fingerprint ${fingerprint}, which no step has: the history was rewritten or cut`,
        )
      if (!text.includes(fingerprint))
        faults.push(`message ${id} does not say the fingerprint stored with it`)
      return faults
    }),
    // Every step told somebody something: one that no message speaks of came by another door.
    ...history
      .filter(({ hash }) => !borne.has(fingerprintOf(hash ?? '')))
      .map(({ id }) => `step ${id} stands in no message: it was inserted or its hash rewritten`),
  ]
}
