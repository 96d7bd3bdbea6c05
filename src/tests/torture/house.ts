import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'pg'
import { CannotRun } from '@/scripts/command'
import { discardEmbedded, startEmbedded } from '@/scripts/embeddedPostgres'
import { inData } from '@/scripts/paths'
import { anyFreePort } from '@/scripts/ports'
import { isAlive } from '@/scripts/postgresData'
import { run, scriptArguments, type Environment } from '@/scripts/process'
import { buildSite, isBuildFresh } from '@/scripts/siteBuild'
import { testEnvironment } from '@/scripts/testEnvironment'
import { mountDisk, type Disk } from './disk'
import { startMail, type MailServer } from './mail'
import { startMember, type Member, type Way } from './member'
import { startLine, type Line } from './network'
import { makeOtherBuild } from './otherBuild'
import type { Random } from './random'

/** Two web servers and two workers on one real PostgreSQL, all of which may be killed. */

export type House = {
  url: string
  /** The settings its members run with. */
  env: Environment
  /** Our own connections: what the checks read went through nothing of the product. */
  sql: Pool
  web: Member[]
  workers: Member[]
  /** Where the web servers themselves listen. */
  ports: number[]
  /** One address for each web server, with the cuttable line before it. */
  lines: Line[]
  mail: MailServer
  /** How a member runs a second release, beside the first. It is made when it is first asked for. */
  otherBuild(): Promise<Way>
  password: string
  postgres: {
    restart(mode: 'fast' | 'immediate'): Promise<void>
    /** As a service manager does with a server that ended; one that runs is left alone. */
    stand(): Promise<void>
  }
  disk: Disk | null
  close(): Promise<void>
}

/** In a folder that PostgreSQL's own account may enter. */
const DISK = path.join(tmpdir(), `scim-torture-disk-${process.pid}`)
const PASSWORD = 'torture-torture-torture'

type Options = {
  /** The mail server says 250 and forgets. */
  loses: boolean
  /** The other build has another secret. */
  strange: boolean
  /** The other build shares no files with this one. */
  alone: boolean
  /** The house begins with the other build, to be upgraded to this one. */
  old: boolean
  /** A release that is built already, to stand for the other build. */
  from?: string
}

export async function openHouse(random: Random, options: Options): Promise<House> {
  mkdirSync(inData(), { recursive: true })
  if (!isBuildFresh() && (await buildSite()) !== 0) throw new CannotRun('The site does not build.')
  let other: Promise<Way> | null = null
  const otherBuild = () => (other ??= wayOf(options))
  const first: Way = options.old ? await otherBuild() : {}
  const disk = mountDisk(DISK)
  const dataDir = disk ? path.join(DISK, 'postgres') : inData('torture-postgres')
  if (existsSync(dataDir)) await discardEmbedded(dataDir)
  const port = await anyFreePort()
  let database = await startEmbedded({ dataDir, port })
  const { url } = database
  const mail = await startMail(random.branch(), options.loses)
  const env: Environment = {
    ...testEnvironment(),
    DATABASE_URL: url,
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    SEED_PASSWORD: PASSWORD,
    // Short, so that promises pass while the storm lasts.
    SCIM_RESERVATION_SLA_MINUTES: '1',
    SCIM_HOLD_HOURS: '1',
    TRUSTED_PROXIES: '127.0.0.1',
    // Behind a proxy that looks every second.
    SCIM_DRAIN_SECONDS: options.old ? '3' : '0',
  }
  for (const script of ['migrate', 'seed'])
    if (
      (await run(process.execPath, scriptArguments(script), {
        env,
        cwd: first.folder,
        onOutput: () => undefined,
      })) !== 0
    )
      throw new CannotRun(`npm run ${script} failed on the torture database.`)
  const sql = new Pool({ connectionString: url, max: 6, application_name: 'torture' })
  // Its server is killed on purpose, at work or at rest.
  sql.on('error', () => undefined)
  sql.on('connect', (client) => client.on('error', () => undefined))
  // A small disk holds few logs; by itself it shall not run full.
  await sql.query(`alter system set max_wal_size = '96MB'`)
  await sql.query('select pg_reload_conf()')
  // Without opening hours the promise is plain clock time.
  await sql.query('delete from settings_opening_hours')

  const ports = [await anyFreePort(), await anyFreePort()]
  const web = ports.map((each, index) =>
    startMember(
      `web-${index + 1}`,
      'start',
      { ...env, PORT: String(each), SCIM_WORKER: 'off' },
      first,
    ),
  )
  const workers = [1, 2].map((number) => startMember(`worker-${number}`, 'worker', env, first))
  const lines: Line[] = []
  for (const each of ports) {
    const luck = random.branch()
    lines.push(await startLine(each, (share) => luck.chance(share)))
  }
  const house: House = {
    url,
    env,
    sql,
    web,
    workers,
    ports,
    lines,
    mail,
    otherBuild,
    password: PASSWORD,
    postgres: {
      restart: async (mode) => {
        await stopPostgres(dataDir, mode)
        database = await startEmbedded({ dataDir, port })
      },
      stand: async () => {
        database = await startEmbedded({ dataDir, port })
      },
    },
    disk,
    close: async () => {
      for (const one of [...workers, ...web]) await one.end()
      for (const line of lines) await line.stop()
      await mail.stop()
      await sql.end()
      await database.stop()
      await discardEmbedded(dataDir)
      disk?.unmount()
    },
  }
  await untilReady(house, 90)
  return house
}

const wayOf = async ({ from, alone, strange }: Options): Promise<Way> => ({
  folder: from === undefined ? await makeOtherBuild(!alone) : builtRelease(from),
  env: strange ? { PAYLOAD_SECRET: 'another-secret-another-secret-another' } : {},
})

function builtRelease(folder: string): string {
  if (existsSync(path.join(folder, '.next', 'BUILD_ID'))) return folder
  throw new CannotRun(`--from takes the folder of a release that is built; ${folder} is none.`)
}

/** As PostgreSQL's manual has it: SIGINT is the fast shutdown, SIGQUIT the immediate one. */
async function stopPostgres(dataDir: string, mode: 'fast' | 'immediate'): Promise<void> {
  const [first = ''] = readFileSync(
    path.join(realpathSync(dataDir), 'postmaster.pid'),
    'utf8',
  ).split('\n')
  const pid = Number(first)
  process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
  for (let waited = 0; isAlive(pid) && waited < 300; waited += 1) await pause(100)
}

async function isReady(line: Line): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${line.port}/readyz`, {
      signal: AbortSignal.timeout(4_000),
    })
    return answer.ok
  } catch {
    return false // Not there, or cut: the caller asks again.
  }
}

/** @returns seconds until both servers were ready, or null when they were not in time */
export async function untilReady(
  { lines }: Pick<House, 'lines'>,
  seconds: number,
): Promise<number | null> {
  const from = Date.now()
  while (Date.now() - from < seconds * 1_000) {
    const ready = await Promise.all(lines.map(isReady))
    if (ready.every(Boolean)) return (Date.now() - from) / 1_000
    await pause(200)
  }
  return null
}
