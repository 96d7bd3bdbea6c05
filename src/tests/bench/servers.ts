import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { inData } from '@/scripts/paths'
import { anyFreePort } from '@/scripts/ports'
import { end, scriptArguments, startNode, type Environment } from '@/scripts/process'
import { untilDeath, waitForAnswer } from '@/scripts/waitFor'

export type Server = { url: string; process: ChildProcess; stop(): Promise<void> }

/** The production build on one database, as `npm start` serves it. */
export function startSite(name: string, env: Environment): Promise<Server> {
  return startFile(name, scriptArguments('start', '--host', '127.0.0.1'), '/healthz', env)
}

/** The least that a booking can cost: see floor.ts. */
export function startFloor(env: Environment): Promise<Server> {
  const file = 'src/tests/bench/floor.ts'
  return startFile('floor', ['--conditions=production', '--import', 'tsx', file], '/', env)
}

/** Any program for Node that listens on PORT. */
export async function startFile(
  name: string,
  args: string[],
  ready: string,
  env: Environment,
): Promise<Server> {
  const port = await anyFreePort()
  const log = `bench-${name}.log`
  const child = startNode(args, { env: { ...env, PORT: String(port) }, logFile: inData(log) })
  const url = `http://127.0.0.1:${port}`
  await Promise.race([
    waitForAnswer(`${url}${ready}`, 120),
    untilDeath(child, `The server ${name} (see .data/${log})`),
  ])
  return { url, process: child, stop: () => end(child) }
}

/** Megabytes of memory that a process holds; Linux only, else not a number. */
export function memoryOf({ pid }: ChildProcess): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return Number.NaN // No /proc on this system.
  }
}
