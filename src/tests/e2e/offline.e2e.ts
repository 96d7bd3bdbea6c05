import type { Page } from '@playwright/test'
import { book, chooseSlot, proceed, sendButton, toCheck, typeContact } from './support/funnel'
import { somebody } from './support/people'
import { expect, test } from './support/test'

test.use({ forgiven: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] })

/** The page is under the service worker's care, and what it needs offline is there. */
async function cared(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready
    return active?.state === 'activated' && navigator.serviceWorker.controller !== null
  })
}

test('the last seen state of a reservation can be read offline, and says that it is old', async ({
  page,
  context,
}) => {
  const reference = await book(page, 'duplex-moungali')
  await cared(page)
  await page.goto(`/espace/${reference}`)
  await context.setOffline(true)
  await page.goto(`/espace/${reference}`)
  await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible()
  await expect(page.locator('main')).toContainText('Vous êtes hors ligne. Voici ce qui a été vu le')
  await page.goto('/suivi')
  await expect(page.getByRole('heading', { name: 'Vous êtes hors ligne' })).toBeVisible()
  await expect(page.getByRole('link', { name: reference })).toBeVisible()
  await expect(page.locator('main a[href^="tel:"]')).toBeVisible()
  await context.setOffline(false)
  await page.goto(`/espace/${reference}`)
  await expect(page.locator('main')).not.toContainText('hors ligne')
})

test('“Oublier cet appareil” leaves nothing to read offline', async ({ page, context }) => {
  const reference = await book(page, 'duplex-moungali')
  await cared(page)
  await page.goto(`/espace/${reference}`)
  await page.goto('/espace')
  await page.getByRole('button', { name: 'Oublier cet appareil' }).click()
  await expect(page.locator('main')).toContainText('Aucune demande')
  await context.setOffline(true)
  await page.goto(`/espace/${reference}`)
  await expect(page.getByRole('heading', { name: 'Vous êtes hors ligne' })).toBeVisible()
  await expect(page.locator('main')).not.toContainText(reference)
})

for (const step of ['check', 'contact'] as const)
  test(`a request that cannot leave at the ${step} step says so, and is sent once when the network is back`, async ({
    page,
    context,
  }) => {
    if (step === 'check') await toCheck(page, 'duplex-moungali')
    else await chooseSlot(page, 'duplex-moungali')
    await cared(page)
    if (step === 'contact') await typeContact(page, somebody())
    await context.setOffline(true)
    await (step === 'check' ? sendButton(page).click() : proceed(page))
    await expect(page).toHaveURL(/\/hors-ligne/)
    await expect(page.locator('main')).toContainText('Votre demande n’est pas encore envoyée')
    await context.setOffline(false)
    await expect(page).toHaveURL(/\/reservation\/confirmation\/RSV-/, { timeout: 20_000 })
    await page.goto('/espace')
    await expect(page.locator('main article')).toHaveCount(1)
  })

const heading = (tab: Page, name: string) => tab.getByRole('heading', { name })
const NOT_SENT = 'Votre demande n’est pas encore envoyée'
const REFUSED = 'Votre demande a été refusée'
const TOO_LARGE = 'La demande dépasse 64 Ko.'

test('a kept request that the server refuses stays with the reason; the next one leaves, and only its tab follows', async ({
  page,
  context,
}) => {
  await chooseSlot(page, 'duplex-moungali')
  await cared(page)
  await typeContact(page, somebody())
  // More than a form may hold (64 KB): only a page that somebody altered sends it.
  await page.locator('[name=note]').evaluate((field: HTMLTextAreaElement) => {
    field.removeAttribute('maxlength')
    field.value = 'x'.repeat(70_000)
  })
  const second = await context.newPage()
  await chooseSlot(second, 'duplex-moungali')
  await cared(second)
  await typeContact(second, somebody())
  const other = await context.newPage()
  await other.goto('/espace')
  await cared(other)

  await context.setOffline(true)
  for (const tab of [page, second]) {
    await proceed(tab)
    await expect(heading(tab, NOT_SENT)).toBeVisible()
  }
  await context.setOffline(false)

  await expect(second).toHaveURL(/\/reservation\/confirmation\/RSV-/, { timeout: 20_000 })
  await expect(heading(page, REFUSED)).toBeVisible()
  await expect(page.getByText(TOO_LARGE)).toBeVisible()
  await expect(heading(page, NOT_SENT)).toBeHidden()
  await expect(other).toHaveURL('/espace')
  await other.reload()
  await expect(other.locator('main article')).toHaveCount(1)
  await expect(other.getByText(TOO_LARGE)).toBeVisible()
  await other.getByRole('button', { name: 'Ne plus la garder' }).click()
  await expect(heading(other, REFUSED)).toBeHidden()
  await page.reload()
  await expect(heading(page, REFUSED)).toBeHidden()
})

test('a kept request that booked nothing is told of, even when its tab was closed', async ({
  page,
  context,
}) => {
  await chooseSlot(page, 'duplex-moungali')
  await cared(page)
  await typeContact(page, { ...somebody(), phone: '12' })
  const other = await context.newPage()
  await other.goto('/espace')
  await cared(other)
  await context.setOffline(true)
  await proceed(page)
  await expect(heading(page, NOT_SENT)).toBeVisible()
  await page.close()
  await context.setOffline(false)
  await expect(heading(other, REFUSED)).toBeVisible()
  await expect(other).toHaveURL('/espace')
})
