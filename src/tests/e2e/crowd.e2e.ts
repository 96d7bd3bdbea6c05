import type { Page } from '@playwright/test'
import { waitUntil } from '@/tests/support/waitUntil'
import { rowsOf } from './support/database'
import { chooseSlot, proceed, referenceOn, sendButton, typeContact } from './support/funnel'
import { somebody } from './support/people'
import { expect, test } from './support/test'

/** So many forms come in that robots must be among them. */

const crowd = () =>
  rowsOf(
    `insert into rate_limits (name, who, started_at, turns) values ('afflux', 'site', now(), 1000)
     on conflict (name, who) do update set started_at = now(), turns = 1000`,
  )
const noCrowd = () => rowsOf(`delete from rate_limits where name = 'afflux'`)

test.beforeEach(crowd)
test.afterEach(noCrowd)

/** Books as slowly as a person types. @returns whether it was put aside */
async function putAside(page: Page, whileTyping: () => Promise<void>): Promise<boolean> {
  await chooseSlot(page, 'villa-mpila')
  const shownAt = Date.now()
  await typeContact(page, somebody())
  await whileTyping()
  await waitUntil('somebody has typed', () => Date.now() - shownAt > 3_500)
  await proceed(page)
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/reservation\/confirmation\//)
  const reference = await referenceOn(page)
  const [row] = await rowsOf<{ doubtful: boolean }>(
    'select doubtful from reservations where reference = $1',
    [reference],
  )
  return row?.doubtful ?? false
}

test('the browser works while its owner types, who notices nothing', async ({ page }) => {
  const proof = page.locator('input[name=preuve]')
  const aside = await putAside(page, () => expect(proof).toHaveValue(/^ey/))
  expect(aside).toBe(false)
})

test('a form from before the crowd is shown again, as it was filled in, and is not put aside', async ({
  page,
}) => {
  await noCrowd()
  await chooseSlot(page, 'villa-mpila')
  const shownAt = Date.now()
  const person = somebody()
  await typeContact(page, person)
  await crowd()
  await waitUntil('somebody has typed', () => Date.now() - shownAt > 3_500)
  await proceed(page)
  await expect(page.getByText('Beaucoup de demandes arrivent')).toBeVisible()
  await expect(page.getByLabel('Nom et prénom')).toHaveValue(person.name)
  await expect(page.locator('input[name=preuve]')).toHaveValue(/^ey/)
  await proceed(page)
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/reservation\/confirmation\//)
  const [row] = await rowsOf<{ doubtful: boolean }>(
    'select doubtful from reservations where reference = $1',
    [await referenceOn(page)],
  )
  expect(row?.doubtful).toBe(false)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the request goes through all the same, and a person looks at it', async ({ page }) => {
    expect(await putAside(page, async () => undefined)).toBe(true)
  })
})
