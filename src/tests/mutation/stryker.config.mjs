const OUT = '.data/mutation'

/**
 * Every line of the rules is changed in turn, and the tests beside them must notice. What is left
 * out is the wording of texts alone (wording.mjs says why); a mutant that lives counts, also where
 * no test could tell it from the original.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
const config = {
  mutate: ['src/domain/**/*.ts', '!src/domain/**/*.test.ts'],
  ignorePatterns: ['/.data', '/.next', '/migrations', '/public'],
  testRunner: 'vitest',
  vitest: { configFile: 'src/tests/mutation/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner', './src/tests/mutation/wording.mjs'],
  ignorers: ['wording'],
  coverageAnalysis: 'perTest',
  // Endless loops are counted; a busy machine alone shall kill no mutant.
  timeoutMS: 15_000,
  thresholds: { high: 95, low: 85, break: 85 },
  reporters: ['json', 'html', 'progress-append-only'],
  jsonReporter: { fileName: `${OUT}/report.json` },
  htmlReporter: { fileName: `${OUT}/report.html` },
  tempDirName: `${OUT}/tmp`,
  allowConsoleColors: false,
  warnings: { slow: false },
}

export default config
