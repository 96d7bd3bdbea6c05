import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { inData } from '@/scripts/paths'
import { end, isRunning, scriptArguments, startNode, type Environment } from '@/scripts/process'

/** A web server or a worker, which may be killed, asked to end, and started in another way. */
export type Member = {
  name: string
  /** The process of now; it changes with every start. */
  process(): ChildProcess
  /** @returns when it is gone */
  kill(): Promise<void>
  /** As a service manager ends it. */
  end(): Promise<void>
  /** Starts it, unless it runs. */
  start(way?: Way): void
}

export type Way = {
  /** Arguments for Node itself. */
  node?: string[]
  /** Another release than this one; see otherBuild. */
  folder?: string
  /** Settings beside those it has. */
  env?: Environment
}

export function startMember(
  name: string,
  script: 'start' | 'worker',
  env: Environment,
  first: Way = {},
): Member {
  const launch = ({ node = [], folder, env: more }: Way = {}) =>
    startNode(
      [...node, ...scriptArguments(script, ...(script === 'start' ? ['--host', '127.0.0.1'] : []))],
      { env: { ...env, ...more }, cwd: folder, logFile: inData(`torture-${name}.log`) },
    )
  let child = launch(first)
  return {
    name,
    process: () => child,
    kill: async () => {
      if (!isRunning(child)) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    end: () => end(child),
    start: (way) => {
      if (!isRunning(child)) child = launch(way)
    },
  }
}
