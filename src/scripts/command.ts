import { databaseWords } from '@/databaseRefusal'
import { complain } from './say'

/** A command that cannot do its work, for a reason its user can mend. Told in one line, exit code 1. */
export class CannotRun extends Error {}

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder should',
  EEXIST: 'a file stands where a folder should',
  EISDIR: 'a folder stands where a file should',
}

/** What went wrong, for the person at the keyboard; a stack only where nobody foresaw the fault. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof CannotRun || 'problems' in error) return error.message
  const reason = 'code' in error ? REASONS[String(error.code)] : undefined
  if (reason && 'path' in error) return `Cannot use ${String(error.path)}: ${reason}.`
  // A stream that fills the disk does not say where.
  if (reason === REASONS.ENOSPC) return `Cannot write: ${reason}.`
  return databaseWords(error) ?? error.stack ?? error.message
}

/**
 * Runs a command to its end and leaves with a true exit code.
 * @param run answers the exit code, 0 when it answers nothing
 */
export async function command(run: () => Promise<number | void>): Promise<never> {
  try {
    checkNode()
    process.exit((await run()) ?? 0)
  } catch (error) {
    complain(explain(error))
    process.exit(1)
  }
}

function checkNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new CannotRun(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`)
}

/** A stop that takes longer hangs; milliseconds. */
const DEADLINE = 45_000

/** Calls `stop` at the first signal, or when the process that started this one is gone. */
export function onStop(stop: (why: string) => void): void {
  let first = 0
  const handle = (why: string) => {
    if (first === 0) {
      first = Date.now()
      setTimeout(() => process.exit(1), DEADLINE).unref()
      stop(why)
    } else if (Date.now() - first > 1_000) {
      // One Ctrl-C can arrive twice: from the terminal, and from npm, which passes it on.
      process.exit(130)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => handle(signal))
  // A parent that was gone before this line left `false`; where there never was one, nothing stands.
  if (process.connected) process.on('disconnect', () => handle('its parent is gone'))
  else if (process.connected === false) handle('its parent is gone')
}

/** Resolves with the reason when this process is asked to end. */
export const stopAsked = (): Promise<string> => new Promise(onStop)

/** The value after `--name` on the command line. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`)
  if (at >= 0) return process.argv[at + 1]
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)
}

export const flag = (name: string): boolean => process.argv.includes(`--${name}`)
