import type { Page } from '@playwright/test'
import { book, chooseSlot, proceed, sendButton, toCheck, typeContact } from './support/funnel'
import { cared } from './support/offline'
import { somebody } from './support/people'
import { expect, test } from './support/test'

test.use({ forgiven: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] })

const heading = (tab: Page, name: string) => tab.getByRole('heading', { name })
const NOT_SENT = 'Votre demande n’est pas encore envoyée'
const REFUSED = 'Ce qui n’a pas abouti'
const TOO_LARGE = 'La demande dépasse 64 Ko.'

type Kept = { path: string; body: string; refused?: { status: number; reason: string } }

/** Puts on the device what was kept there without a network. */
const keepOnDevice = (page: Page, kept: Record<string, Kept>) =>
  page.evaluate(async (all) => {
    const cache = await caches.open('a-envoyer-1')
    for (const [key, one] of Object.entries(all))
      await cache.put(`/a-envoyer/${key}`, Response.json({ at: '2026-11-26T08:00:00Z', ...one }))
  }, kept)

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
  await expect(page.getByText('Vous êtes hors ligne. Voici ce qui a été vu le')).toBeVisible()
  await page.goto('/suivi')
  await expect(page.getByRole('heading', { name: 'Vous êtes hors ligne' })).toBeVisible()
  await expect(page.getByRole('link', { name: reference })).toBeVisible()
  await expect(page.locator('main a[href^="tel:"]')).toBeVisible()
  await context.setOffline(false)
  await page.goto(`/espace/${reference}`)
  await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible()
  await expect(page.getByText('hors ligne')).toBeHidden()
})

test('who saw the confirmation alone finds it offline, as the page of the reservation', async ({
  page,
  context,
}) => {
  const reference = await book(page, 'duplex-moungali')
  await cared(page)
  await page.reload()
  await context.setOffline(true)
  await page.goto('/suivi')
  await page.getByRole('link', { name: reference }).click()
  await expect(page).toHaveURL(`/espace/${reference}`)
  await expect(page.getByText('Vous êtes hors ligne. Voici ce qui a été vu le')).toBeVisible()
  await expect(page.locator('main .reference')).toHaveText(reference)
})

test('“Oublier cet appareil” leaves nothing to read offline', async ({ page, context }) => {
  const reference = await book(page, 'duplex-moungali')
  await cared(page)
  await page.goto(`/espace/${reference}`)
  await page.goto('/espace')
  await page.getByRole('button', { name: 'Oublier cet appareil' }).click()
  await expect(page.getByText('Aucune demande')).toBeVisible()
  await context.setOffline(true)
  await page.goto(`/espace/${reference}`)
  await expect(page.getByRole('heading', { name: 'Vous êtes hors ligne' })).toBeVisible()
  await expect(page.getByText(reference)).toBeHidden()
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
    await expect(heading(page, NOT_SENT)).toBeVisible()
    await expect(page.getByText('ne comptez pas sur la place')).toBeVisible()
    await context.setOffline(false)
    await expect(page).toHaveURL(/\/reservation\/confirmation\/RSV-/, { timeout: 20_000 })
    await page.goto('/espace')
    await expect(page.locator('main article')).toHaveCount(1)
  })

test('of several requests that wait each is named, and one can be taken back', async ({
  page,
  context,
}) => {
  await toCheck(page, 'duplex-moungali')
  await cared(page)
  await context.setOffline(true)
  await keepOnDevice(page, {
    first: {
      path: '/reservation/verification/envoi',
      body: 'cle=first&bien=villa-mpila&debut=2026-12-01T08:00:00.000Z',
    },
    second: { path: '/reservation/verification/envoi', body: 'cle=second&bien=studio-poto-poto' },
  })
  await page.goto('/suivi')
  await expect(heading(page, 'Vos demandes ne sont pas encore envoyées')).toBeVisible()
  const items = page.locator('[data-offline] li')
  await expect(items).toHaveCount(2)
  await expect(items.first()).toContainText('villa mpila, mardi 1er décembre à 9 h 00')
  await items.first().getByRole('button', { name: 'Ne pas l’envoyer' }).click()
  await expect(items).toHaveCount(1)
  await expect(items).toContainText('studio poto poto')
  await expect(heading(page, NOT_SENT)).toBeVisible()
})

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
  await expect(other.getByText(/^duplex moungali, .+ \(gardée sur cet appareil/)).toBeVisible()
  await expect(other.getByRole('link', { name: 'Corriger' })).toBeVisible()
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
  await expect(other.getByText('Le site vous demande quelque chose')).toBeVisible()
  // What was typed is there to be corrected, and once it is taken the device keeps nothing.
  await other.getByRole('button', { name: 'Corriger ou renvoyer' }).click()
  await expect(other).toHaveURL(/\/reservation\/coordonnees/)
  await expect(other.locator('[name=phone]')).toHaveValue('12')
  await typeContact(other, somebody())
  await proceed(other)
  await sendButton(other).click()
  await expect(other).toHaveURL(/\/reservation\/confirmation\/RSV-/)
  await other.goto('/espace')
  await expect(other.locator('main article')).toHaveCount(1)
  await expect(heading(other, REFUSED)).toBeHidden()
})

test('requests that are answered no for ever hold up no other, and each is told apart', async ({
  page,
}) => {
  await toCheck(page, 'duplex-moungali')
  const answers = new URL(page.url()).searchParams.toString()
  await page.goto('/espace')
  await cared(page)
  await keepOnDevice(page, {
    forbidden: {
      path: '/api/message-templates',
      body: 'cle=forbidden&bien=villa-mpila&debut=2026-12-01T08:00:00.000Z',
    },
    'gone-away': { path: '/api/nowhere/envoi', body: 'cle=gone-away&bien=studio-poto-poto' },
    'broken-12345': {
      path: '/reservation/verification/envoi',
      body: 'cle=broken-12345&bien=maison-bacongo&debut=2026-12-04&fin=2026-12-06',
      refused: { status: 500, reason: '' },
    },
    last: { path: '/reservation/verification/envoi', body: answers },
  })
  await page.reload()
  await expect
    .poll(async () => {
      await page.reload()
      return page.locator('main article').count()
    })
    .toBe(1)
  await expect(heading(page, REFUSED)).toBeVisible()
  const items = page.locator('.refused > li:visible')
  await expect(items).toHaveCount(3)
  const item = (name: string) => items.filter({ hasText: name })
  await expect(item('villa mpila, mardi 1er décembre à 9 h 00')).toContainText(
    'Cet envoi n’a rien réservé.',
  )
  await expect(item('studio poto poto')).toContainText('Cet envoi n’a rien réservé.')
  await expect(item('maison bacongo, vendredi 4 décembre')).toContainText(
    'Le site a répondu par une erreur (500). Nous ne savons pas si elle est enregistrée.',
  )
  await item('studio poto poto').getByRole('button', { name: 'Ne plus la garder' }).click()
  await expect(items).toHaveCount(2)
  await item('maison bacongo').getByRole('button', { name: 'Corriger ou renvoyer' }).click()
  await expect(page).toHaveURL(/\/reservation\b/)
  await page.goto('/espace')
  await expect(items).toHaveCount(1)
  await expect(items).toContainText('villa mpila')
})
