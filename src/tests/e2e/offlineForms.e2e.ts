import type { Page } from '@playwright/test'
import { book } from './support/funnel'
import { cared } from './support/offline'
import { expect, test } from './support/test'

test.use({ forgiven: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] })

const notSent = (page: Page) => page.getByRole('heading', { name: 'Votre envoi n’est pas parti' })
const unknown = (page: Page) =>
  page.getByRole('heading', { name: 'Nous ne savons pas si votre envoi est arrivé' })
const again = (page: Page) => page.getByRole('button', { name: 'Envoyer de nouveau' })

/** A new request's own page, ready to do without a network. */
async function openOwnPage(page: Page): Promise<string> {
  const reference = await book(page, 'duplex-moungali')
  await page.goto(`/espace/${reference}`)
  await cared(page)
  return reference
}

test('a message that cannot leave stays before its writer, who sends it once more', async ({
  page,
  context,
}) => {
  const words = 'Peut-on venir à deux ?\n« Awa » & <b>Jean</b>'
  const reference = await openOwnPage(page)
  await context.setOffline(true)
  await page.getByLabel('Écrire à l’agence').fill(words)
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  await expect(notSent(page)).toBeVisible()
  await expect(page.getByLabel('Votre message')).toHaveValue(words)
  await expect(page.getByRole('link', { name: 'Voir ma demande' })).toBeVisible()
  await context.setOffline(false)
  await again(page).click()
  await expect(page).toHaveURL(`/espace/${reference}?fait=message`)
  await expect(page.getByText('Peut-on venir à deux ?')).toHaveCount(1)
  await expect(page.getByText('« Awa » & <b>Jean</b>')).toBeVisible()
})

test('a cancellation that cannot leave is asked for again', async ({ page, context }) => {
  const reference = await book(page, 'duplex-moungali')
  await page.goto(`/espace/${reference}/annuler`)
  await cared(page)
  await context.setOffline(true)
  await page.locator('main button.danger').click()
  await expect(notSent(page)).toBeVisible()
  await context.setOffline(false)
  await again(page).click()
  await expect(page.locator('main .tag.annulee')).toBeVisible()
})

test('an answer that is lost is told as such: what arrived is looked for first', async ({
  page,
  context,
}) => {
  const reference = await openOwnPage(page)
  await context.route(/\/message$/, (route) => route.abort('connectionreset'))
  await page.getByLabel('Écrire à l’agence').fill('Êtes-vous là ?')
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  await expect(unknown(page)).toBeVisible()
  await expect(page.getByLabel('Votre message')).toHaveValue('Êtes-vous là ?')
  await page.getByRole('link', { name: 'Voir ma demande' }).click()
  await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible()
})

test('a signal lost while the words are on their way: nobody knows whether they arrived', async ({
  page,
  context,
}) => {
  await openOwnPage(page)
  const [worker] = context.serviceWorkers()
  if (!worker) throw new Error('no service worker cares for the page')
  await context.route(/\/message$/, async (route) => {
    // The browser's own switch waits for what is under way.
    await worker.evaluate(() => Object.defineProperty(navigator, 'onLine', { value: false }))
    await route.abort('internetdisconnected')
  })
  await page.getByLabel('Écrire à l’agence').fill('Êtes-vous là ?')
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  await expect(unknown(page)).toBeVisible()
  await expect(notSent(page)).toBeHidden()
})
