import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CannotRun } from './command'
import { mayEnter, SHARED_HOME, type Account, type Programs } from './postgresPrograms'

/** The data folder of an embedded PostgreSQL: made whole or not at all. */

const WHOLE = ['PG_VERSION', 'global/pg_control', 'postgresql.conf']
const shown = (folder: string) => path.relative(process.cwd(), folder) || folder

/** Whether there is a database to start. A folder that is neither empty nor whole is refused. */
export function hasCluster(dataDir: string): boolean {
  const entry = lstatSync(dataDir, { throwIfNoEntry: false })
  if (!entry) return false
  if (entry.isSymbolicLink() && !existsSync(dataDir))
    throw new CannotRun(
      `${shown(dataDir)} points to a folder that is gone: remove it to begin with an empty database.`,
    )
  if (readdirSync(dataDir).length === 0) {
    rmdirSync(dataDir)
    return false
  }
  const missing = WHOLE.find((name) => !existsSync(path.join(dataDir, name)))
  if (missing)
    throw new CannotRun(
      `${shown(dataDir)} is not a whole PostgreSQL data folder (no ${missing}): ` +
        'put your backup there, or move it away to begin with an empty database.',
    )
  return true
}

/** The account a data folder asks for: PostgreSQL insists on running as its owner. */
export function ownerOf(dataDir: string, account: Account): Account {
  const { uid, gid } = statSync(dataDir)
  if (account) return uid === 0 ? account : { uid, gid }
  if (process.getuid && uid !== process.getuid())
    throw new CannotRun(`${shown(dataDir)} belongs to another user (uid ${uid}): run as that user.`)
  return undefined
}

/** Makes a new database beside its final place and moves it there in one step. */
export function makeCluster(
  dataDir: string,
  password: string,
  programs: Programs,
  account: Account,
): void {
  mkdirSync(path.dirname(dataDir), { recursive: true })
  const open = !account || mayEnter(path.dirname(dataDir), account)
  const place = open ? dataDir : closedHome(dataDir)
  sweep(place)
  const draft = `${place}.new-${process.pid}`
  mkdirSync(draft, { mode: 0o700 })
  if (account) chownSync(draft, account.uid, account.gid)
  try {
    initdb(draft, password, programs, account)
    if (open) {
      renameSync(draft, dataDir)
    } else {
      const home = `${place}-${randomBytes(4).toString('hex')}`
      renameSync(draft, home)
      symlinkSync(home, dataDir)
    }
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(path.join(dataDir, 'PG_VERSION'))) throw error
    // Another process made it in the meantime: that one is as good.
  }
}

function initdb(folder: string, password: string, programs: Programs, account: Account): void {
  const passwordFile = path.join(tmpdir(), `scim-${randomBytes(8).toString('hex')}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  const made = spawnSync(
    programs.initdb,
    [
      `--pgdata=${folder}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--lc-messages=C',
      '--data-checksums',
    ],
    { ...account, cwd: '/', encoding: 'utf8' },
  )
  rmSync(passwordFile, { force: true })
  if (made.status === 0) return
  const reason = faultIn(`${made.stderr ?? ''}`, 'first') ?? 'initdb was stopped'
  throw new CannotRun(`The database could not be made in ${shown(folder)}: ${reason}`)
}

const FAULT = /error: |FATAL|PANIC|could not bind/

/** What PostgreSQL's programs complain of, with the detail that says how to mend it. */
export function faultIn(text: string, which: 'first' | 'last'): string | undefined {
  const lines = text.split('\n')
  const faults = lines.flatMap((line, at) => (FAULT.test(line) ? [at] : []))
  const at = which === 'first' ? faults[0] : faults.at(-1)
  if (at === undefined) return undefined
  const fault = lines[at]?.replace(/^.*?(error|FATAL|PANIC|LOG): */, '')
  const detail = /\bDETAIL: *(.*)/.exec(lines[at + 1] ?? '')?.[1]
  return detail ? `${fault}. ${detail}` : fault
}

const closedHome = (dataDir: string) =>
  path.join(
    SHARED_HOME,
    `scim-postgres-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`,
  )

/** Removes what interrupted beginnings left behind. */
function sweep(place: string): void {
  const prefix = `${path.basename(place)}.new-`
  for (const name of readdirSync(path.dirname(place)))
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length))))
      rmSync(path.join(path.dirname(place), name), { recursive: true, force: true })
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes a stopped database for good. */
export function removeCluster(dataDir: string): void {
  if (existsSync(dataDir)) rmSync(realpathSync(dataDir), { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}
