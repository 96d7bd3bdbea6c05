import { cpSync, existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { CannotRun } from '@/scripts/command'
import { inData, inRoot } from '@/scripts/paths'
import { run, type Environment } from '@/scripts/process'
import { startFile, type Server } from './servers'

/** Below the root, so that it finds our own `node_modules`. */
export const BARE = inData('bench-bare')
const NEXT = inRoot('node_modules', 'next', 'dist', 'bin', 'next')

/**
 * The comparison: Payload and Next as they come, with one small collection without a rule, built
 * for production like ours. @returns the seconds that the build took
 */
export async function buildBare(env: Environment): Promise<number> {
  rmSync(BARE, { recursive: true, force: true })
  cpSync(inRoot('src', 'tests', 'bench', 'bare'), BARE, { recursive: true })
  const began = performance.now()
  const logFile = inData('bench-bare-build.log')
  const code = await run(process.execPath, [NEXT, 'build', BARE], { env, logFile })
  if (code !== 0) throw new CannotRun(`The bare site does not build (see ${logFile}).`)
  return (performance.now() - began) / 1_000
}

/** Serves it on an empty database, whose tables Payload makes first. */
export async function startBare(env: Environment): Promise<Server> {
  if (!existsSync(path.join(BARE, '.next', 'BUILD_ID'))) await buildBare(env)
  await makeBareTables(env)
  return serveBare(env)
}

export async function makeBareTables(env: Environment): Promise<void> {
  const file = path.join('src', 'tests', 'bench', 'bareTables.ts')
  const logFile = inData('bench-bare-tables.log')
  const args = ['--conditions=production', '--import', 'tsx', file]
  if ((await run(process.execPath, args, { env, logFile })) !== 0)
    throw new CannotRun(`The bare site has no tables (see ${logFile}).`)
}

export const serveBare = (env: Environment): Promise<Server> =>
  startFile('bare', [NEXT, 'start', BARE, '--hostname', '127.0.0.1'], '/api/notes', env)
