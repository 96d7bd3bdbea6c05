/** Whether the house can keep a promise made now: it must know when its own machinery stands still. */

/** Ages in seconds; null where there is nothing to be late with. */
export type Pulse = {
  /** Since any worker last said that it lives; null when none ever did. */
  beat: number | null
  /** Since something was due by the clock that nobody did. */
  clocks: number | null
  /** Since the oldest message that is due should have been taken up. */
  mailOverdue: number | null
  /** Since no worker reaches the mail server any more. */
  mailDown: number | null
  /** Whether a mail server is set at all. */
  mail: boolean
}

export type Stall = 'worker' | 'clocks' | 'mail'

// All well within the two minutes after which a page may no longer promise; a worker beats every
// three seconds, and a silent mail server is noticed after at most forty.
const SILENT = 45
const OVERDUE = 75
const DOWN = 30

/**
 * What stands still, or null. A house without a mail server is no stall: nothing was promised by
 * mail there, owners see each request and its deadline in the panel, and the clocks still run. A
 * mail server that is set and does not answer is one: owners count on mail that does not come.
 */
export function stallOf({ beat, clocks, mailOverdue, mailDown, mail }: Pulse): Stall | null {
  if (beat === null || beat > SILENT) return 'worker'
  if ((clocks ?? 0) > OVERDUE) return 'clocks'
  if (!mail) return null
  return (mailOverdue ?? 0) > OVERDUE || (mailDown ?? 0) > DOWN ? 'mail' : null
}
