import { findOrInstallChromium } from './chromium'
import { CannotRun } from './command'
import { makePassword } from './keptSecret'
import { withClient } from './openDatabase'
import { inData } from './paths'
import { anyFreePort } from './ports'
import { end, run, scriptArguments, startNode, type Environment } from './process'
import { buildSite, isBuildFresh } from './siteBuild'
import { startInbox } from './startInbox'
import { TEMPLATE, type TestDatabase } from './testDatabase'
import { untilDeath, waitForAnswer } from './waitFor'

const DATABASE = 'scim_test_e2e'

/** Runs Playwright against the production build, with its own database, inbox and server. */
export async function runBrowserTests(
  database: TestDatabase,
  env: Environment,
  report: string,
): Promise<number> {
  const chromium = await findOrInstallChromium()
  if (!isBuildFresh() && (await buildSite()) !== 0) throw new CannotRun('The site does not build.')
  const house = await openHouse(database, env)
  try {
    return await run(
      process.execPath,
      [
        'node_modules/@playwright/test/cli.js',
        'test',
        '--config',
        'src/tests/playwright.config.ts',
        '--reporter=list,json',
      ],
      {
        env: {
          ...env,
          ...house.facts,
          PLAYWRIGHT_CHROMIUM_PATH: chromium,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        },
      },
    )
  } finally {
    await house.close()
  }
}

/** A seeded, running house, and the facts the tests need of it. */
async function openHouse(database: TestDatabase, base: Environment) {
  await withClient(database.url, (client) =>
    client.query(`create database ${DATABASE} template ${TEMPLATE}`),
  )
  const port = await anyFreePort()
  const password = makePassword()
  const inbox = await startInbox()
  const env: Environment = {
    ...base,
    DATABASE_URL: database.urlOf(DATABASE),
    PORT: String(port),
    SMTP_URL: inbox.smtpUrl,
    SEED_PASSWORD: password,
  }
  if ((await run(process.execPath, scriptArguments('seed'), { env })) !== 0)
    throw new CannotRun('The demo data could not be loaded.')
  const server = startNode(scriptArguments('start', '--host', '127.0.0.1'), {
    env,
    logFile: inData('test-server.log'),
  })
  await Promise.race([
    waitForAnswer(`http://127.0.0.1:${port}/readyz`, 60),
    untilDeath(server, 'The server under test (see .data/test-server.log)'),
  ])
  return {
    facts: {
      E2E_BASE_URL: `http://localhost:${port}`,
      E2E_INBOX_URL: inbox.webUrl,
      E2E_DATABASE_URL: env.DATABASE_URL,
      E2E_PASSWORD: password,
    },
    close: async () => {
      await end(server)
      await end(inbox.process)
    },
  }
}
