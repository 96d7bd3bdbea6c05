import { spawn, type ChildProcess, type SpawnOptions, type StdioOptions } from 'node:child_process'
import { createWriteStream, openSync } from 'node:fs'
import { CannotRun, explain } from './command'
import { ROOT } from './paths'
import { complain } from './say'

export type Environment = Record<string, string | undefined>

type Options = {
  env?: Environment
  /** Lines of the process; without it they go where ours go. */
  onOutput?: (text: string) => void
  /** A file that takes the output instead. */
  logFile?: string
  /** Another project's folder. */
  cwd?: string
}

/** The arguments that run one of our scripts under Node; Payload wants `production` resolved. */
export const scriptArguments = (name: string, ...rest: string[]) => [
  '--conditions=production',
  'src/scripts/launch.mjs',
  name,
  ...rest,
]

/** What a process of ours is started with: our own environment, which `env` does not hold whole. */
function environment(extra: Environment = {}): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...extra } as NodeJS.ProcessEnv // as: Next's types want NODE_ENV, which a command may leave out.
}

/**
 * The file that takes the output. One that cannot be opened is told before anything has started;
 * one that cannot be written later (the disk is full) ends the log, and not who wrote it.
 */
function openLog(logFile: string | undefined) {
  if (!logFile) return undefined
  const file = createWriteStream(logFile, { fd: openSync(logFile, 'w') })
  file.once('error', (error) => complain(explain(error)))
  return file
}

type Log = ReturnType<typeof openLog>

function attachOutput(child: ChildProcess, file: Log, onOutput: Options['onOutput']): void {
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      if (file?.writable) file.write(chunk)
      onOutput?.(chunk.toString())
    })
  child.once('close', () => file?.end())
}

/**
 * Starts a Node process that outlives a Ctrl-C of the terminal: its end is ours to order. It sees
 * our own end through its IPC channel.
 */
export function startNode(args: string[], options: Options = {}): ChildProcess {
  const output = options.onOutput || options.logFile ? 'pipe' : 'inherit'
  const stdio: StdioOptions = ['ignore', output, output, 'ipc']
  const log = openLog(options.logFile)
  const child = launch(process.execPath, args, {
    env: environment(options.env),
    stdio,
    detached: true,
    cwd: options.cwd ?? ROOT,
  })
  attachOutput(child, log, options.onOutput)
  return child
}

/** Every process started here, in order. */
const started = new Set<ChildProcess>()
let ending = false

/** Whether what runs here is being ended, and so did not fail. */
export const isEnding = () => ending

function launch(program: string, args: string[], options: SpawnOptions): ChildProcess {
  if (ending) throw new CannotRun('Stopped.')
  const child = spawn(program, args, options)
  started.add(child)
  child.once('exit', () => started.delete(child))
  return child
}

/** Ends what is still running, the youngest first, and lets nothing new start. */
export async function endAll(): Promise<void> {
  ending = true
  for (const child of [...started].reverse()) await end(child)
}

/** Runs a program to its end. @returns its exit code, 1 when it could not start or was killed */
export function run(program: string, args: string[], options: Options = {}): Promise<number> {
  const output = options.onOutput || options.logFile ? 'pipe' : 'inherit'
  const log = openLog(options.logFile)
  return new Promise((resolve) => {
    const child = launch(program, args, {
      env: environment(options.env),
      stdio: ['ignore', output, output],
      cwd: options.cwd ?? ROOT,
    })
    attachOutput(child, log, options.onOutput)
    child.once('error', (error) => {
      options.onOutput?.(error.message)
      resolve(1)
    })
    child.once('close', (code) => resolve(code ?? 1))
  })
}

export const isRunning = (child: ChildProcess) =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null

/** Asks a process to end, and ends it and its own children after `patience` milliseconds. */
export async function end(child: ChildProcess, patience = 20_000): Promise<void> {
  if (!isRunning(child)) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => killGroup(child), patience)
  await gone
  clearTimeout(timer)
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL') // It leads no group of its own.
  }
}
