import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { faultIn, isAlive } from './postgresData'
import type { Account, Programs } from './postgresPrograms'

/** One PostgreSQL server process over one data folder: seen, started, stopped. */
export type Cluster = {
  /** As the user knows it. */
  dataDir: string
  /** Where it really is: PostgreSQL may not be able to follow the link. */
  home: string
  password: string
  programs: Programs
  account: Account
}

const LOG_LIMIT = 5_000_000

/** The port in postmaster.pid, when a PostgreSQL still stands behind it; a stale file is removed. */
export function runningPort(home: string): number | null {
  const file = path.join(home, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  if (isPostgres(Number(lines[0]))) return Number(lines[3]) || null
  rmSync(file, { force: true })
  return null
}

function isPostgres(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid < 2 || !isAlive(pid)) return false
  if (!existsSync('/proc/self/stat'))
    return spawnSync('ps', ['-p', String(pid), '-o', 'comm='])
      .stdout.toString()
      .includes('postgres')
  try {
    // A zombie (Z) keeps its number for ever where nobody collects it, as in many containers.
    return /^\d+ \(postgres\) [^Z]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false // It ended between the two looks.
  }
}

/** @returns why it did not start, or nothing */
export function startServer(cluster: Cluster, port: number): Promise<string> {
  const log = path.join(cluster.home, 'server.log')
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT) rmSync(log)
  const before = size > LOG_LIMIT ? 0 : size
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200`
  const args = ['start', '-w', '-s', '-t', '60', '-D', cluster.home, '-l', log, '-o', options]
  return pgCtl(cluster, args).then((code) => {
    if (code === 0) return ''
    const text = existsSync(log) ? readFileSync(log, 'utf8').slice(before) : ''
    if (text.trim() === '') return 'it wrote no log. Does everything in it belong to one user?'
    return faultIn(text, 'last') ?? 'see server.log in it.'
  })
}

function pgCtl({ programs, account }: Cluster, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    // In a group of its own: a Ctrl-C in the terminal must not reach it before its turn.
    const child = spawn(programs.pgCtl, args, {
      ...account,
      cwd: '/',
      detached: true,
      stdio: 'ignore',
      // PostgreSQL reads variables of its own (PGDATA, PGPORT): it gets none of ours.
      env: { PATH: process.env.PATH, LC_ALL: 'C', NODE_ENV: process.env.NODE_ENV },
    })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** Faults that end by themselves: another start, a server on its way down, a port just taken. */
export const isPassing = (reason: string) =>
  /lock file|shared memory|already in use|shutting down|starting up|could not bind/.test(reason)

export async function stopServer(cluster: Cluster): Promise<void> {
  const stop = (mode: string) =>
    pgCtl(cluster, ['stop', '-w', '-s', '-t', '30', '-m', mode, '-D', cluster.home])
  if ((await stop('fast')) !== 0 && runningPort(cluster.home)) await stop('immediate')
}
