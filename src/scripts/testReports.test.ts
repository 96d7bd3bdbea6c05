import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countCheck, readCounts } from './testReports'

const folder = mkdtempSync(path.join(tmpdir(), 'scim-reports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function reported(report: unknown, exitCode: number) {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return readCounts(file, exitCode)
}

const vitest = (failed: number) => ({
  numPassedTests: 2,
  numFailedTests: failed,
  numPendingTests: 0,
  testResults: [
    {
      name: '/somewhere/outbox.int.test.ts',
      status: failed ? 'failed' : 'passed',
      assertionResults: [
        { status: 'passed', fullName: 'a mail leaves' },
        ...Array.from({ length: failed }, () => ({
          status: 'failed',
          fullName: 'none is lost',
          failureMessages: ['\u001b[31mAssertionError: 1 is not 2\u001b[39m\n\n    at a line'],
        })),
      ],
    },
  ],
})

test('a run that passed names nothing', () => {
  expect(reported(vitest(0), 0)).toEqual({ passed: 2, failed: 0, failures: [] })
})

test('a test that failed is named with its file and the reason', () => {
  expect(reported(vitest(1), 1)).toEqual({
    passed: 2,
    failed: 1,
    failures: [
      {
        name: 'outbox.int.test.ts › none is lost',
        why: ['AssertionError: 1 is not 2', '    at a line'],
      },
    ],
  })
})

test('an error outside the tests fails a run whose tests all passed', () => {
  expect(reported(vitest(0), 1)).toEqual({
    passed: 2,
    failed: 1,
    failures: [{ name: 'an error outside the tests, told above', why: [] }],
  })
})

test('a browser test that passed at its second try only is named and counts as failed', () => {
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 },
    suites: [
      {
        specs: [
          {
            file: 'desk.e2e.ts',
            line: 7,
            title: 'moves it',
            tests: [
              {
                status: 'unexpected',
                results: [{ errors: [{ message: 'Error: \u001b[2mit stays\u001b[22m' }] }],
              },
            ],
          },
        ],
        suites: [
          {
            specs: [
              { file: 'desk.e2e.ts', line: 9, title: 'at last', tests: [{ status: 'flaky' }] },
              { file: 'desk.e2e.ts', line: 11, title: 'at once', tests: [{ status: 'expected' }] },
            ],
          },
        ],
      },
    ],
  }
  expect(reported(report, 1)).toEqual({
    passed: 4,
    failed: 2,
    failures: [
      { name: 'desk.e2e.ts:7 › moves it', why: ['Error: it stays'] },
      { name: 'desk.e2e.ts:9 › at last', why: [] },
    ],
  })
})

test('of a long reason only the head is told', () => {
  const message = Array.from({ length: 40 }, (_, line) => `${line} ${'x'.repeat(400)}`).join('\n')
  const file = { name: '/somewhere/a.test.ts', status: 'failed', message }
  const [failure] = reported({ testResults: [file] }, 1).failures
  expect(failure?.why).toHaveLength(12)
  expect(failure?.why[11]).toHaveLength(200)
})

test('a file that could not be read is named with the reason', () => {
  const file = { name: '/somewhere/a.test.ts', status: 'failed', message: 'Cannot find ./b' }
  expect(reported({ testResults: [file] }, 1).failures).toEqual([
    { name: 'a.test.ts', why: ['Cannot find ./b'] },
  ])
})

test('no report at all is a failure', () => {
  expect(readCounts(path.join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
})

test('a check without tests counts as one', () => {
  expect(countCheck(0)).toMatchObject({ passed: 1, failed: 0 })
  expect(countCheck(2)).toMatchObject({ passed: 0, failed: 1 })
})
