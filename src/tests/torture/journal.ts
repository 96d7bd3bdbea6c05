/** What the outside world was told. It is kept in memory, apart from everything the product writes. */

export type Asked = {
  key: string
  /** The very bytes that were sent. */
  body: string
  slot: string
  /** Bodies of every 200 and 201. */
  receipts: string[]
  /** Statuses of answers that arrived whole. */
  statuses: number[]
  /** Attempts whose answer never came. */
  lost: number
}

export type Decision = { id: number; to: 'confirmee' | 'annulee'; status: number }

export type Journal = {
  asked: Asked[]
  decisions: Decision[]
  /** Statuses of a key sent again with another content. */
  otherContent: number[]
  /** Every status that any request was answered with. */
  statuses: Map<number, number>
  /** What was asked for and never answered. */
  unanswered: string[]
  /** Where a status came from that nobody promised, and what it said. */
  failures: string[]
  /** What the intruder tried in SQL, and whether the database let it. */
  intrusions: { name: string; accepted: boolean }[]
  /** Two people's edits of different fields of one row, and whether both are there. */
  edits: { kept: boolean }[]
  /** Forms of one server's pages posted to another, and whether they led on. */
  forms: { path: string; taken: boolean; to: string }[]
  /** Files of one server's pages asked of another. */
  files: { file: string; had: boolean }[]
  /** References that the pages confirmed. */
  confirmed: string[]
  /** Seconds from the end of a fault until both servers were ready again. */
  recoveries: { fault: string; seconds: number | null }[]
  faults: Map<string, number>
}

export const emptyJournal = (): Journal => ({
  asked: [],
  decisions: [],
  otherContent: [],
  statuses: new Map(),
  unanswered: [],
  failures: [],
  intrusions: [],
  edits: [],
  forms: [],
  files: [],
  confirmed: [],
  recoveries: [],
  faults: new Map(),
})

export function countIn<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
