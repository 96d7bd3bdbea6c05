import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { untilReady, type House } from './house'
import { countIn } from './journal'
import type { Storm } from './actors'
import type { Member } from './member'
import { walk } from './walker'

/** What goes wrong, one after the other, as the seed says. Each ends by itself or is ended here. */

type Fault = { name: string; weight: number; strike(storm: Storm): Promise<void> }

const CLOCK = ['--import', './src/tests/torture/clock.mjs']

/** Far less than a server likes to have: it cleans up all the time, and may end for want of memory. */
const SHORT_OF_MEMORY = ['--max-old-space-size=110']
export const TWO_BUILDS = 'two deployments of different builds at once'
/** Bookings over pages of both builds, each way. */
const WALKS = 6

/** A deferred constraint speaks only when the whole booking is done: at its COMMIT. */
const COMMIT_FAILS = `
  create or replace function torture_commit() returns trigger language plpgsql as $$
    begin
      if random() < 0.5 then raise exception 'no commit today' using errcode = '40001'; end if;
      return null;
    end $$;
  create constraint trigger torture_commit after insert or update on reservations
    deferrable initially deferred for each row execute function torture_commit();`
/** Also asked for at the end: a server killed in the middle of the fault would keep it. */
export const COMMIT_WORKS = 'drop trigger if exists torture_commit on reservations'

async function restartAfter(house: House, members: Member[], wait: number, node?: string[]) {
  await pause(wait)
  for (const member of members) member.start({ node })
  await untilReady(house, 40)
}

const FAULTS: readonly Fault[] = [
  {
    name: 'kill -9 of a web server',
    weight: 4,
    strike: async ({ house, random }) => {
      const member = random.pick(house.web)
      await member.kill()
      await restartAfter(house, [member], random.below(2_000))
    },
  },
  {
    name: 'kill -9 of a worker',
    weight: 4,
    strike: async ({ house, random }) => {
      const member = random.pick(house.workers)
      await member.kill()
      await pause(random.below(2_000))
      member.start()
    },
  },
  {
    name: 'connections of the database ended',
    weight: 4,
    strike: async ({ house }) => {
      await house.sql.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name <> 'torture' and pid <> pg_backend_pid()`,
      )
    },
  },
  {
    name: 'PostgreSQL restarted',
    weight: 1,
    strike: ({ house }) => house.postgres.restart('fast'),
  },
  {
    name: 'PostgreSQL stopped at once, without a checkpoint',
    weight: 2,
    strike: ({ house }) => house.postgres.restart('immediate'),
  },
  {
    name: 'answers cut after the commit',
    weight: 3,
    strike: async ({ house, random }) => {
      for (const line of house.lines) line.cut(0.4)
      await pause(3_000 + random.below(4_000))
      for (const line of house.lines) line.cut(0)
    },
  },
  {
    name: 'a mail server that misbehaves in every way',
    weight: 4,
    strike: async ({ house, random }) => {
      house.mail.set('mixed')
      await pause(4_000 + random.below(6_000))
      house.mail.set('well')
    },
  },
  {
    name: 'clocks of a server and a worker an hour off',
    weight: 1,
    strike: async ({ house, random }) => {
      const members = [random.pick(house.web), random.pick(house.workers)]
      await Promise.all(members.map((member) => member.kill()))
      await restartAfter(house, members, 500, CLOCK)
      await pause(5_000)
      await Promise.all(members.map((member) => member.kill()))
      await restartAfter(house, members, 500)
    },
  },
  {
    name: 'COMMIT refused by the database',
    weight: 2,
    strike: async ({ house }) => {
      await house.sql.query(COMMIT_FAILS)
      await pause(4_000)
      await house.sql.query(COMMIT_WORKS)
    },
  },
  {
    name: 'disk full',
    weight: 1,
    strike: async ({ house }) => {
      house.disk?.fill()
      await pause(5_000)
      house.disk?.free()
      await house.postgres.stand()
    },
  },
  {
    name: TWO_BUILDS,
    weight: 2,
    strike: async (storm) => {
      const { house, random } = storm
      const first = random.below(2)
      const [member, changed, kept] = [house.web[first], house.lines[first], house.lines[1 - first]]
      if (!member || !changed || !kept) throw new Error('there are two servers, and a line to each')
      const other = await house.otherBuild()
      await member.end()
      member.start(other)
      await untilReady(house, 40)
      for (const line of house.lines) line.slow(80)
      for (let walked = 0; walked < WALKS; walked += 1)
        await Promise.all([
          walk(storm, { shows: changed, takes: kept }),
          walk(storm, { shows: kept, takes: changed }),
        ])
      for (const line of house.lines) line.slow(0)
      await member.end()
      await restartAfter(house, [member], 0)
    },
  },
  {
    name: 'a server short of memory',
    weight: 1,
    strike: async ({ house, random }) => {
      const member = random.pick(house.web)
      await member.kill()
      await restartAfter(house, [member], 0, SHORT_OF_MEMORY)
      await pause(6_000)
      await member.kill()
      await restartAfter(house, [member], 0)
    },
  },
  {
    name: 'every core busy',
    weight: 1,
    strike: async () => {
      const burners = [1, 2, 3].map(() =>
        spawn(
          process.execPath,
          ['-e', 'const end = Date.now() + 5000; while (Date.now() < end);'],
          {
            stdio: 'ignore',
          },
        ),
      )
      await pause(5_200)
      for (const burner of burners) burner.kill()
    },
  },
]

/**
 * Strikes until the storm is over, and takes the time until the house stands again.
 * @param wanted the fault to begin with
 */
export async function faultActor(storm: Storm, wanted?: string): Promise<void> {
  const { house, journal, random } = storm
  // The first of each, so that a short run knows them all; then as luck has it.
  const possible = FAULTS.filter(({ name }) => name !== 'disk full' || house.disk)
  const bag = possible.flatMap((fault) => Array.from({ length: fault.weight }, () => fault))
  const first = [
    ...possible.filter(({ name }) => name === wanted),
    ...possible.filter(({ name }) => name !== wanted),
  ]
  while (!storm.over()) {
    await pause(1_500 + random.below(3_000))
    const fault = first.shift() ?? random.pick(bag)
    countIn(journal.faults, fault.name)
    await fault.strike(storm).catch(() => undefined) // Struck at a house already down.
    for (const member of [...house.web, ...house.workers]) member.start()
    journal.recoveries.push({ fault: fault.name, seconds: await untilReady(house, 30) })
  }
}
