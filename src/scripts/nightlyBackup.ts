import { INCOMPLETE, keptBackups, nightOf } from '@/backup/kept'
import { BACKUPS } from './paths'
import { isEnding, run, scriptArguments, type Environment } from './process'
import { complain } from './say'

const EVERY = 10 * 60_000

/** One backup a night, the last seven days kept. It tells only of a failure. */
export function startNightlyBackups(timeZone: string, env: Environment): void {
  let busy = false
  const tick = async () => {
    const night = nightOf(new Date(), timeZone)
    if (busy || keptBackups(BACKUPS).some(({ day }) => day === night)) return
    busy = true
    const heard: string[] = []
    const args = scriptArguments('backup', '--nightly')
    const code = await run(process.execPath, args, { env, onOutput: (text) => heard.push(text) })
    const fault = code === INCOMPLETE ? 'is incomplete' : 'failed'
    if (code !== 0 && !isEnding())
      complain(`The nightly backup ${fault}:\n${heard.join('').trimEnd()}`)
    busy = false
  }
  // Whatever goes wrong here is told, and must not end the demo.
  const safely = () => tick().catch((error: unknown) => complain(String(error)))
  void safely()
  setInterval(safely, EVERY).unref()
}
