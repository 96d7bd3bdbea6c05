import { existsSync, readFileSync } from 'node:fs'

export type Counts = { passed: number; failed: number }

const numbersOf = (value: unknown): Record<string, unknown> =>
  value && typeof value === 'object' ? (value as Record<string, unknown>) : {} // as: each value is checked below.

const count = (value: unknown) => (typeof value === 'number' ? value : 0)

/**
 * What a test runner counted. A step that failed without a failed test (nothing found, a file that
 * does not compile) counts as one failure, so that the sum never looks better than the exit code.
 */
export function readCounts(file: string, exitCode: number): Counts {
  const report: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const { numPassedTests, numFailedTests, numPendingTests, stats } = numbersOf(report)
  const { expected, unexpected, flaky, skipped } = numbersOf(stats)
  const passed = count(numPassedTests) + count(expected)
  // A test that was skipped, or passed only at its second try, kept no promise.
  const broken =
    count(numFailedTests) +
    count(numPendingTests) +
    count(unexpected) +
    count(flaky) +
    count(skipped)
  const failed = Math.max(broken, exitCode === 0 && passed > 0 ? 0 : 1)
  return { passed, failed }
}
