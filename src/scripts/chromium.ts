import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { CannotRun } from './command'
import { run } from './process'
import { say } from './say'
import { settingsWith } from './settings'

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js'
const isRoot = () => process.getuid?.() === 0

/** A file alone is not enough: without its libraries a browser does not start. */
const starts = (program: string) =>
  spawnSync(program, ['--no-sandbox', '--version'], { timeout: 30_000 }).status === 0

/**
 * The browser for the tests: named, Playwright's, the system's, else installed now.
 * @returns the path of its program
 */
export async function findOrInstallChromium(): Promise<string> {
  const { chromiumPath: named } = await settingsWith()
  if (named && !starts(named))
    throw new CannotRun(`PLAYWRIGHT_CHROMIUM_PATH: ${named} does not start.`)
  const found = named ?? (await findChromium())
  if (found) return told(found, 'Chromium found')

  say('No Chromium here: installing one …')
  for (const install of [installByPlaywright, installBySystem]) {
    await install()
    const installed = await findChromium()
    if (installed) return told(installed, 'Chromium installed')
  }
  throw new CannotRun(
    'No Chromium, and none could be installed: run "npx playwright install --with-deps chromium", ' +
      'or name one in PLAYWRIGHT_CHROMIUM_PATH.',
  )
}

function told(program: string, how: string): string {
  say(`${how}: ${program}`)
  return program
}

async function findChromium(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  if (existsSync(own) && starts(own)) return own
  return SYSTEM.map(
    (name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim() ?? '',
  ).find((program) => program && starts(program))
}

async function installByPlaywright(): Promise<void> {
  const dependencies = isRoot() ? ['--with-deps'] : []
  const code = await run(process.execPath, [PLAYWRIGHT, 'install', ...dependencies, 'chromium'])
  if (code !== 0 && isRoot()) await run(process.execPath, [PLAYWRIGHT, 'install', 'chromium'])
}

async function installBySystem(): Promise<void> {
  if (!isRoot() || spawnSync('which', ['apt-get']).status !== 0) return
  await run('apt-get', ['update', '-q'])
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  })
}
