import { expect, test } from 'vitest'
import { rowsOf, scoreOf, sumOf } from './mutationReport'

const mutant = (status: string, line = 1) => ({
  mutatorName: 'EqualityOperator',
  replacement: 'a >=\n  b',
  status,
  location: { start: { line, column: 3 }, end: { line, column: 8 } },
})
const REPORT = {
  schemaVersion: '2',
  files: {
    'src/domain/promise.ts': {
      source: 'const a = 1\n  return a > b\n',
      mutants: [mutant('Killed'), mutant('Timeout'), mutant('Survived', 2), mutant('Ignored')],
    },
    'src/domain/intake/cells.ts': {
      source: 'export {}\n',
      mutants: [mutant('NoCoverage'), mutant('Killed')],
    },
    'src/domain/view.ts': { source: '', mutants: [] },
  },
}

test('a row counts the mutants of a file and shows those that live', () => {
  const [promise, cells] = rowsOf(REPORT)
  expect(promise).toEqual({
    name: 'promise',
    killed: 1,
    endless: 1,
    survived: 1,
    unreached: 0,
    survivors: [
      { line: 2, source: 'return a > b', mutator: 'EqualityOperator', replacement: 'a >= b' },
    ],
  })
  expect(cells).toMatchObject({ name: 'intake/cells', killed: 1, unreached: 1 })
})

test('what no test reaches counts against the score, what is ignored does not', () => {
  const rows = rowsOf(REPORT)
  expect(rows.map(scoreOf)).toEqual([(2 / 3) * 100, 50, null])
  expect(scoreOf(sumOf(rows))).toBe(60)
})
