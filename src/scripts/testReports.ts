import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** `failures`: what failed, by name; the runners' own output above says why. */
export type Counts = { passed: number; failed: number; failures: string[] }

const partsOf = (value: unknown): Record<string, unknown> =>
  value && typeof value === 'object' ? (value as Record<string, unknown>) : {} // as: each value is checked below.

const count = (value: unknown) => (typeof value === 'number' ? value : 0)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Vitest's report, in the form of Jest's. */
const failedInFiles = (report: unknown): string[] =>
  listOf(partsOf(report).testResults).flatMap((file) => {
    const { name, status, assertionResults } = partsOf(file)
    const failed = listOf(assertionResults)
      .map(partsOf)
      .filter((test) => test.status !== 'passed')
      .map((test) => `${path.basename(String(name))} › ${String(test.fullName)}`)
    return failed.length === 0 && status !== 'passed' ? [path.basename(String(name))] : failed
  })

/** Playwright's report: suites within suites, each with specs. */
const failedInSuites = (suite: unknown): string[] => {
  const { suites, specs } = partsOf(suite)
  const failed = listOf(specs)
    .map(partsOf)
    .filter(({ tests }) => listOf(tests).some((one) => partsOf(one).status !== 'expected'))
    .map((spec) => `${String(spec.file)}:${String(spec.line)} › ${String(spec.title)}`)
  return [...failed, ...listOf(suites).flatMap(failedInSuites)]
}

/**
 * What a test runner counted. A step that failed without a failed test (nothing found, a file that
 * does not compile) counts as one failure, so that the sum never looks better than the exit code.
 */
export function readCounts(file: string, exitCode: number): Counts {
  const report: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const { numPassedTests, numFailedTests, numPendingTests, stats } = partsOf(report)
  const { expected, unexpected, flaky, skipped } = partsOf(stats)
  const passed = count(numPassedTests) + count(expected)
  // A test that was skipped, or passed only at its second try, kept no promise.
  const broken =
    count(numFailedTests) +
    count(numPendingTests) +
    count(unexpected) +
    count(flaky) +
    count(skipped)
  const failed = Math.max(broken, exitCode === 0 && passed > 0 ? 0 : 1)
  const failures = [...failedInFiles(report), ...failedInSuites(report)]
  if (failed > failures.length) failures.push('an error outside the tests, told above')
  return { passed, failed, failures }
}

/** A step that only passes or fails, and says why in its own output. */
export const countCheck = (exitCode: number): Counts =>
  exitCode === 0
    ? { passed: 1, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: ['told above'] }
