import { databaseCode } from '@/databaseRefusal'
import { noteFailure } from '@/failure'
import { requestId } from '@/requestId'
import { safeError } from '@/safeError'
import { complain } from './say'

/**
 * One line of the log for what was told to `console.error`. A failed query's own words carry what was
 * written and asked: names, numbers, hashes of links.
 */
export function safeLine(told: unknown[]): string {
  const errors = told.filter((one): one is Error => one instanceof Error)
  const words = told.map((one) => (one instanceof Error ? wordsOf(one) : one))
  const [err] = errors
  return JSON.stringify({
    level: 50,
    time: Date.now(),
    requestId: requestId(),
    msg: words.filter((word) => typeof word === 'string').join(' '),
    ...(err && { err: safeError(err), digest: 'digest' in err ? err.digest : undefined }),
  })
}

function wordsOf(error: Error): string {
  const code = databaseCode(error)
  return code === null ? error.message : `database error ${code}`
}

/** Next tells of a page that failed by `console.error`, whole and outside our logger; by nothing else. */
export function keepConsoleSafe(): void {
  Object.assign(console, {
    error: (...told: unknown[]) => {
      for (const one of told) if (one instanceof Error) noteFailure(one)
      complain(safeLine(told))
    },
  })
}
