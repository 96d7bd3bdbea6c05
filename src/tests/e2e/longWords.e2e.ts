import { overflowOf } from './support/axe'
import { CONTACT } from './support/facts'
import { MINE } from './support/desk'
import { openReservation } from './support/panel'
import { somebody } from './support/people'
import { requested } from './support/request'
import { expect, test } from './support/test'

/** What people write may hold a word or an address wider than a phone: it breaks, the page does not grow. */

const WORD = 'Anticonstitutionnellement'.repeat(4)
const ADDRESS = `https://exemple.example/${'chemin'.repeat(60)}`

test('a client’s endless words keep the panel as wide as a phone', async ({ staff }) => {
  const client = await requested(MINE, ADDRESS, somebody(WORD))
  const panel = await staff(CONTACT)
  await panel.setViewportSize({ width: 390, height: 800 })
  await openReservation(panel, client.reference)
  await expect(panel.locator('blockquote', { hasText: ADDRESS })).toBeVisible()
  expect(await overflowOf(panel), 'the reservation').toBe(0)
  await panel.goto('/admin')
  // Every part of the morning, whichever rows it shows now.
  const rows = panel.locator('.scim-tiles .scim-row')
  await expect(rows.first()).toBeVisible()
  // React must know the rows before they are written into: else it finds them other than it sent them.
  await expect
    .poll(() =>
      rows.last().evaluate((row) => Object.keys(row).some((key) => key.startsWith('__react'))),
    )
    .toBe(true)
  await rows.evaluateAll((all, word) => all.forEach((row) => row.append(` ${word}`)), WORD)
  expect(await overflowOf(panel), 'the morning').toBe(0)
})

for (const [path, place] of [
  ['/biens/villa-mpila', 'h1'],
  ['/reservation', '.choice > span'],
] as const)
  test(`an endless title breaks on ${path}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(path)
    await page
      .locator(place)
      .first()
      .evaluate((title, word) => (title.textContent = word), WORD)
    expect(await overflowOf(page)).toBe(0)
  })
