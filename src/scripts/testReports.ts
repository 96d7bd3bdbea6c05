import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** What failed, and the head of the runner's own words for it: whoever sees the end of a log sees both. */
export type Failure = { name: string; why: string[] }
export type Counts = { passed: number; failed: number; failures: Failure[] }

const MOST_LINES = 12
const MOST_LETTERS = 200

const partsOf = (value: unknown): Record<string, unknown> =>
  value && typeof value === 'object' ? (value as Record<string, unknown>) : {} // as: each value is checked below.

const count = (value: unknown) => (typeof value === 'number' ? value : 0)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const headOf = (messages: unknown[]): string[] =>
  messages
    .filter((message) => typeof message === 'string')
    .flatMap((message) => stripVTControlCharacters(message).split('\n'))
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_LINES)
    .map((line) => line.slice(0, MOST_LETTERS))

/** Vitest's report, in the form of Jest's. */
const failedInFiles = (report: unknown): Failure[] =>
  listOf(partsOf(report).testResults).flatMap((part) => {
    const { name, status, message, assertionResults } = partsOf(part)
    const file = path.basename(String(name))
    const failed = listOf(assertionResults)
      .map(partsOf)
      .filter((test) => test.status !== 'passed')
      .map((test) => ({
        name: `${file} › ${String(test.fullName)}`,
        why: headOf(listOf(test.failureMessages)),
      }))
    const unread = failed.length === 0 && status !== 'passed'
    return unread ? [{ name: file, why: headOf([message]) }] : failed
  })

/** Playwright's report: suites within suites, each with specs, each with its tries. */
const failedInSuites = (suite: unknown): Failure[] => {
  const { suites, specs } = partsOf(suite)
  const failed = listOf(specs)
    .map(partsOf)
    .filter(({ tests }) => listOf(tests).some((one) => partsOf(one).status !== 'expected'))
    .map((spec) => ({
      name: `${String(spec.file)}:${String(spec.line)} › ${String(spec.title)}`,
      why: headOf(errorsOf(spec)),
    }))
  return [...failed, ...listOf(suites).flatMap(failedInSuites)]
}

const errorsOf = (spec: Record<string, unknown>) =>
  listOf(spec.tests)
    .flatMap((test) => listOf(partsOf(test).results))
    .flatMap((result) => listOf(partsOf(result).errors))
    .map((error) => partsOf(error).message)

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
  if (failed > failures.length) {
    failures.push({ name: 'an error outside the tests, told above', why: [] })
  }
  return { passed, failed, failures }
}

/** A step that only passes or fails, and says why in its own output. */
export const countCheck = (exitCode: number): Counts =>
  exitCode === 0
    ? { passed: 1, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: [{ name: 'told above', why: [] }] }
