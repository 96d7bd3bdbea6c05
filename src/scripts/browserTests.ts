import { findOrInstallChromium } from './chromium'
import { CannotRun } from './command'
import { run, type Environment } from './process'
import { buildSite, isBuildFresh } from './siteBuild'
import type { TestDatabase } from './testDatabase'
import { openHouses } from './testHouses'

/**
 * Runs Playwright against the production build, with its own databases, inbox and servers.
 * @param filters parts of file names; all tests without any
 */
export async function runBrowserTests(
  database: TestDatabase,
  env: Environment,
  report: string,
  filters: string[],
): Promise<number> {
  const chromium = await findOrInstallChromium()
  if (!isBuildFresh() && (await buildSite()) !== 0) throw new CannotRun('The site does not build.')
  const houses = await openHouses(database, env)
  try {
    return await run(
      process.execPath,
      [
        'node_modules/@playwright/test/cli.js',
        'test',
        '--config',
        'src/tests/playwright.config.ts',
        '--reporter=list,json',
        ...filters,
      ],
      {
        env: {
          ...env,
          ...houses.facts,
          PLAYWRIGHT_CHROMIUM_PATH: chromium,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        },
      },
    )
  } finally {
    await houses.close()
  }
}
