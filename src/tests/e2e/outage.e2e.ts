import type { Page } from '@playwright/test'
import { rowsOf } from './support/database'
import { CONTACT, facts } from './support/facts'
import { referenceOn, sendButton, toCheck } from './support/funnel'
import { expect, test } from './support/test'

/** What a person sees while the database is away, and what became of what was sent meanwhile. */

const PROPERTY = 'maison-bacongo'
const house = facts.pairUrl
const DATABASE = new URL(facts.pairDatabaseUrl).pathname.slice(1)

/** From another database: these statements shut the door of the one that is meant. */
const operate = (statement: string) => rowsOf(statement)
const hangUp = () =>
  operate(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${DATABASE}'`)

async function away(): Promise<void> {
  await operate(`alter database ${DATABASE} allow_connections false`)
  await hangUp()
}
const back = () => operate(`alter database ${DATABASE} allow_connections true`)

/** COMMITs of this house are written, and wait for an answer that nobody gives. */
async function holdCommits(): Promise<void> {
  // Whoever else works on this server does not wait.
  await operate(`alter system set synchronous_commit = 'local'`)
  await operate(`alter system set synchronous_standby_names = 'nobody'`)
  await operate(`alter database ${DATABASE} set synchronous_commit = 'on'`)
  await operate('select pg_reload_conf()')
  await hangUp()
  // The checkpointer takes the setting over in its own time: until then nobody waits.
  await expect.poll(aCommitWaits).toBe(true)
}

/** Commits something that changes nothing, and looks whether anybody waits by now. */
async function aCommitWaits(): Promise<boolean> {
  const commit = rowsOf('select pg_current_xact_id()', [], facts.pairDatabaseUrl)
  commit.catch(() => undefined) // Whoever waits is cut off with the others.
  const waiting = await rowsOf(
    `select 1 from pg_stat_activity where datname = '${DATABASE}' and wait_event = 'SyncRep'`,
  )
  return waiting.length > 0
}

async function letCommitsGo(): Promise<void> {
  await operate('alter system reset synchronous_commit')
  await operate('alter system reset synchronous_standby_names')
  await operate(`alter database ${DATABASE} reset synchronous_commit`)
  await operate('select pg_reload_conf()')
}

/** A booking is written, and nobody answers its COMMIT; the workers' own are not meant. */
const bookingWaits = async () => {
  const waiting = await rowsOf(
    `select 1 from pg_stat_activity a join pg_locks l on l.pid = a.pid
     where a.wait_event = 'SyncRep' and l.relation = 'request_answers'::regclass
       and l.mode = 'RowExclusiveLock'`,
    [],
    facts.pairDatabaseUrl,
  )
  return waiting.length > 0
}

const bookings = async () =>
  (await rowsOf<{ id: number }>('select id from reservations', [], facts.pairDatabaseUrl)).length

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const again = (page: Page) => page.getByRole('button', { name: 'Envoyer encore une fois' })

test.use({ serviceWorkers: 'block', forgiven: [/status of 503/] })

test.afterEach(async () => {
  await back()
  await letCommitsGo()
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('while the database is away every page says so, with whom to reach', async ({ page }) => {
      await page.goto(`${house}/`)
      await away()
      for (const [path, title] of [
        ['/', 'Le site est interrompu un moment'],
        ['/en/suivi', 'The site is interrupted for a moment'],
        ['/espace', 'Le site est interrompu un moment'],
        ['/admin', 'Le site est interrompu un moment'],
      ] as const) {
        const answer = await page.goto(house + path)
        expect([path, answer?.status()]).toEqual([path, 503])
        expect(Number(answer?.headers()['retry-after'])).toBeGreaterThan(0)
        await expect(heading(page, title)).toBeVisible()
        await expect(page.getByRole('link', { name: '+242 06 612 00 00' })).toBeVisible()
        await expect(page.getByRole('link', { name: CONTACT })).toBeVisible()
      }
      await page.goto(`${house}/biens/villa-mpila`)
      await back()
      await page.getByRole('link', { name: 'Réessayer' }).click()
      await expect(page).toHaveURL(`${house}/biens/villa-mpila`)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Villa')
    })

    test('a request that could not be sent is kept in the page, and leaves once at a press', async ({
      page,
    }) => {
      await toCheck(page, PROPERTY, { house })
      const before = await bookings()
      await away()
      await sendButton(page).click()
      await expect(heading(page, 'Votre demande n’a pas été envoyée')).toBeVisible()
      await again(page).click()
      await expect(heading(page, 'Votre demande n’a pas été envoyée')).toBeVisible()
      await back()
      expect(await bookings()).toBe(before)
      await again(page).click()
      await expect(page).toHaveURL(/\/reservation\/confirmation\/RSV-/)
      expect(await bookings()).toBe(before + 1)
    })

    test('a request whose COMMIT went unanswered is called neither sent nor lost, and is found again', async ({
      page,
    }) => {
      await toCheck(page, PROPERTY, { house })
      const before = await bookings()
      await holdCommits()
      await sendButton(page).click({ noWaitAfter: true })
      await expect.poll(bookingWaits).toBe(true)
      await away()
      await letCommitsGo()
      await expect(heading(page, 'Nous ne savons pas si votre demande est arrivée')).toBeVisible()
      // The next attempt surely fails, and still nothing more is known of the first.
      await again(page).click()
      await expect(heading(page, 'Nous ne savons pas si votre demande est arrivée')).toBeVisible()
      await back()
      expect(await bookings()).toBe(before + 1)
      const [booked] = await rowsOf<{ reference: string }>(
        'select reference from reservations order by id desc limit 1',
        [],
        facts.pairDatabaseUrl,
      )
      await again(page).click()
      await expect(page).toHaveURL(/\/reservation\/confirmation\/RSV-/)
      expect(await referenceOn(page)).toBe(booked?.reference)
      expect(await bookings()).toBe(before + 1)
    })
  })
