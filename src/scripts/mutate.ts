import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { CannotRun, command, onStop } from './command'
import { readMutants, tellMutants } from './mutationReport'
import { inData, inRoot } from './paths'
import { endAll, run } from './process'
import { say } from './say'

/** Installed when first asked for: 64 MB that nothing else here needs. Vitest is the project's own. */
const VERSION = '9.6.1'
const TOOL = { '@stryker-mutator/core': VERSION, '@stryker-mutator/vitest-runner': VERSION }
const HOME = inData('mutation', `stryker-${VERSION}`)
const PROGRAM = `${HOME}/node_modules/@stryker-mutator/core/bin/stryker.js`
/** npm writes it last. */
const WHOLE = `${HOME}/node_modules/.package-lock.json`

const REPORT = inData('mutation', 'report.json')
const LEFT_BEHIND = inData('mutation', 'tmp')

async function install(): Promise<void> {
  if (existsSync(WHOLE)) return
  say(`Installing Stryker ${VERSION} in ${HOME} …`)
  mkdirSync(HOME, { recursive: true })
  writeFileSync(`${HOME}/package.json`, JSON.stringify({ private: true, dependencies: TOOL }))
  // Without peers: a second Vitest beside the project's would run no test of ours.
  const options = ['--legacy-peer-deps', '--no-package-lock', '--no-audit', '--no-fund']
  if ((await run('npm', ['install', '--prefix', HOME, ...options])) !== 0)
    throw new CannotRun('Stryker could not be installed: npm says why above.')
}

/** Files of the domain by their names, such as `promise` or `intake/cells`; all without any. */
function chosen(): string[] {
  const names = process.argv.slice(2)
  const unknown = names.filter((name) => !existsSync(inRoot('src', 'domain', `${name}.ts`)))
  if (unknown.length > 0) throw new CannotRun(`No such file in src/domain: ${unknown.join(', ')}.`)
  return names
}

await command(async () => {
  onStop(() => endAll().then(() => process.exit(130)))
  const names = chosen()
  await install()
  rmSync(LEFT_BEHIND, { recursive: true, force: true })
  rmSync(REPORT, { force: true })
  const files = names.map((name) => `src/domain/${name}.ts`).join(',')
  const code = await run(process.execPath, [
    PROGRAM,
    'run',
    'src/tests/mutation/stryker.config.mjs',
    ...['--concurrency', String(availableParallelism())],
    ...(files ? ['--mutate', files] : []),
  ])
  if (!existsSync(REPORT))
    throw new CannotRun('Stryker did not come to its end: it says why above.')
  tellMutants(readMutants(REPORT), { survivors: names.length > 0 })
  return code
})
