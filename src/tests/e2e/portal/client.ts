import { test as base, expect, type Page } from '@playwright/test'

/** A client of the site as the tests of the portal need one: an address and a phone of their own. */

let count = 0
const next = () => {
  count += 1
  return (Date.now() + count * 7919) % 1_000_000
}

const anAddress = () => `10.${next() % 250}.${next() % 250}.${(next() % 250) + 1}`
export const aPhone = () => `06 6${String(next()).padStart(6, '0')}`

export const test = base.extend({
  extraHTTPHeaders: async ({}, provide) => provide({ 'X-Forwarded-For': anAddress() }),
})

export { expect }

export type Walk = { slug?: string; prefix?: '' | '/en'; arrive?: (step: string) => Promise<void> }

/** The button that goes on. Form buttons beside it come first in the page. */
export const goOn = (page: Page) => page.locator('main form button[type=submit]').last().click()

/** Submits and waits for the next page, whatever it is. */
export async function submitted(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), goOn(page)])
}

export async function toContact(page: Page, walk: Walk = {}): Promise<void> {
  const { slug = 'villa-mpila', prefix = '', arrive } = walk
  await page.goto(`${prefix}/reservation?bien=${slug}`)
  await arrive?.('kind')
  await page.locator('input[value=visite]').check()
  await submitted(page)
  await arrive?.('moment')
  await page.locator('input[name=debut]').first().check()
  await submitted(page)
  await expect(page).toHaveURL(/\/reservation\/coordonnees/)
  await arrive?.('contact')
}

export async function fillContact(page: Page): Promise<void> {
  await page.locator('[name=name]').fill('Awa Mabiala')
  await page.locator('[name=phone]').fill(aPhone())
  await page.locator('[name=email]').fill('awa@example.com')
  await page.locator('[name=consent]').check()
}

export async function toCheck(page: Page, walk: Walk = {}): Promise<void> {
  await toContact(page, walk)
  await fillContact(page)
  await submitted(page)
  await expect(page).toHaveURL(/\/reservation\/verification/)
  await walk.arrive?.('check')
}

/** The whole funnel. @returns the reference */
export async function book(page: Page, walk: Walk = {}): Promise<string> {
  await toCheck(page, walk)
  await goOn(page)
  await expect(page).toHaveURL(/\/reservation\/confirmation\//)
  await walk.arrive?.('confirmation')
  return (await page.locator('.reference').innerText()).trim()
}
