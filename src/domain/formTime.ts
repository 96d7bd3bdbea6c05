/** Whether a form was filled in as people do: not at once, and not where they see nothing. */

/** Four fields, even filled in by the browser, are not read and sent faster. */
const FASTEST = 3_000

/**
 * @param shownAt when the form was shown, or null when what came back is not what was sent
 * @param trap what stands in the field that people do not see
 */
export function isDoubtful(form: { shownAt: Date | null; now: Date; trap: string }): boolean {
  const { shownAt, now, trap } = form
  if (trap !== '' || !shownAt || Number.isNaN(shownAt.getTime())) return true
  return now.getTime() - shownAt.getTime() < FASTEST
}
