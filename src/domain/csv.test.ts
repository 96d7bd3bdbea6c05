import { expect, test } from 'vitest'
import { csvLine } from './csv'

test('a line is read back as it was written', () => {
  expect(csvLine(['RSV-7K3M-9QXA', 12, null, 'Awa; dite "Awa"', 'deux\nlignes'], ';')).toBe(
    'RSV-7K3M-9QXA;12;;"Awa; dite ""Awa""";"deux\nlignes"\r\n',
  )
})

test.each(['=1+1', '+242066123456', '-2', '@SUM(A1)', '\t=1', ' =HYPERLINK("x")', '|calc'])(
  '%j is shown, never run, by a spreadsheet',
  (text) => {
    expect(csvLine([text], ',').replace(/^"/, '').startsWith("'")).toBe(true)
  },
)
