import { existsSync } from 'node:fs'
import type { Payload } from 'payload'
import type { Settings } from '@/settingsRules'
import { ERASURES } from '@/backup/erasures'
import { CannotRun, command, explain, flag, onStop, option } from './command'
import { needMigrated } from './migrationState'
import { openDatabase } from './openDatabase'
import { closePayloads, openPayload } from './openPayload'
import { inRoot } from './paths'
import { isPortFree, portIsBusy } from './ports'
import { keepConsoleSafe } from './safeConsole'
import { complain, say } from './say'
import { settingsWith } from './settings'
import { isFresh } from './sources.mjs'
import { trustedBy } from './trustedProxies'
import type { WebServer } from './webServer'

const dev = flag('dev')
/** Compiled, for this is taken only while all sources are what was built: see launch.mjs. */
const AS_BUILT = import.meta.url.endsWith('.mjs')
/** Milliseconds after the start, when those who waited for it have been served. */
const LATER = 10_000
// Set and not read: Next looks there as it is loaded.
Object.assign(process.env, {
  NODE_ENV: dev ? 'development' : 'production',
  NEXT_TELEMETRY_DISABLED: '1',
})

/** Web and, unless SCIM_WORKER=off, worker, until somebody asks them to stop. */
async function runServer(settings: Settings, stopped: Promise<string>): Promise<void> {
  const { serve } = await import('./webServer')
  const web = await serve({
    dev,
    port: settings.port,
    host: option('host'),
    trusted: trustedBy(settings.trustedProxies),
    origins: settings.origins,
  })
  const worker = settings.worker === 'inline' && !dev ? await startOwnWorker(web) : null
  const later = worker || dev ? undefined : setTimeout(() => void takeBookings(web), LATER)
  say(`Ready on ${settings.serverUrl} (port ${settings.port}${worker ? ', with worker' : ''})`)
  const why = await stopped
  say(`Stopping: ${why}`)
  clearTimeout(later)
  // Whoever pressed Ctrl-C is not made to wait.
  await web.stop(why === 'SIGTERM' ? settings.drainSeconds : 0)
  await worker?.stop()
  await closePayloads()
}

async function startOwnWorker(web: WebServer) {
  const payload = await openPayload()
  const { startWorker } = await import('@/worker/run')
  const worker = await startWorker(payload, { erasureList: ERASURES })
  await openDirectRoutes(web, payload)
  return worker
}

/** Opening a Payload takes the one thread for seconds: Next serves whoever comes before. */
async function takeBookings(web: WebServer): Promise<void> {
  try {
    await openDirectRoutes(web, await openPayload())
  } catch (error) {
    complain(explain(error)) // Next goes on answering.
  }
}

/** Only now: these routes bring all of Payload along. */
async function openDirectRoutes(web: WebServer, payload: Payload): Promise<void> {
  const [{ adoptPayload }, { directAnswerer }] = await Promise.all([
    import('@/portal/payload'),
    import('./directRoutes'),
  ])
  adoptPayload(payload)
  web.answerDirectly(directAnswerer)
}

/** Next keeps serving after a stray rejection, and so do we; its message may name people. */
function surviveRejections(): void {
  process.on('unhandledRejection', (reason) => {
    const stack = reason instanceof Error ? (reason.stack ?? '').split('\n    at ').slice(1, 6) : []
    complain(JSON.stringify({ level: 50, msg: 'unhandled rejection', stack }))
  })
}

await command(async () => {
  const settings = await settingsWith(['PAYLOAD_SECRET', 'SCIM_CONTACT_EMAIL'])
  if (!dev && !existsSync(inRoot('.next', 'BUILD_ID')))
    throw new CannotRun('The site is not built. Run: npm run build')
  if (!dev && !AS_BUILT && !isFresh('pages'))
    throw new CannotRun('The site was built from other sources. Run: npm run build')
  trustedBy(settings.trustedProxies)
  if (!(await isPortFree(settings.port, option('host')))) throw portIsBusy(settings.port)
  const database = await openDatabase(settings)
  try {
    await needMigrated(database.url)
    surviveRejections()
    if (!dev) keepConsoleSafe()
    let lost = false
    const stopped = new Promise<string>((resolve) => {
      onStop(resolve)
      database.onLost(() => {
        lost = true
        resolve('the embedded database is gone')
      })
    })
    await runServer(settings, stopped)
    return lost ? 1 : 0
  } finally {
    await database.stop()
  }
})
