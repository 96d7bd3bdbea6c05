import { isDatabaseAway } from './databaseRefusal'
import { requestUnderWay } from './requestId'

/** What is known of a request that failed, for the page that says so: see scripts/failurePage.tsx. */
export type Failure = {
  /** The database could not be reached or takes nothing now, which passes. */
  away: boolean
  form?: BrokenForm
}

/** A form that was posted and did not come through. */
export type BrokenForm = {
  /** What the person sent: a request of the funnel, a message, or anything else. */
  subject: 'demande' | 'message' | 'autre'
  outcome: Outcome
  /** Of the request, where it is known to be recorded. */
  reference?: string
  fields: Record<string, string>
}

/** Never more than is known: a COMMIT whose answer was lost is `inconnu`. */
export type Outcome = 'pas_envoye' | 'inconnu' | 'enregistre'

/** Work that broke off where it is known what became of it. */
export class BrokenOff extends Error {
  constructor(
    readonly outcome: Outcome,
    cause: unknown,
    readonly reference?: string,
  ) {
    super('broken off', { cause })
  }
}

/** Does a part of a form's work, and says what its failure means for what was sent. */
export async function orBreakOff<Result>(
  work: Promise<Result>,
  meaning: (error: unknown) => Outcome,
  reference?: string,
): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw new BrokenOff(meaning(error), error, reference)
  }
}

/** Leaves a note for the server in front of Next, which answers what failed. */
export function noteFailure(error: unknown, form?: BrokenForm): void {
  const request = requestUnderWay()
  if (!request) return
  const known = request.failure
  request.failure = {
    away: known?.away === true || isDatabaseAway(error),
    form: form ?? known?.form,
  }
}
