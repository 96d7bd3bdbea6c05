import { book } from './support/funnel'
import { expect, test } from './support/test'

/** What a device, and what stands between it and the site, keeps of bookings. */

const PROPERTY = 'villa-mpila'

test('this device lists its bookings until it is told to forget them', async ({ page }) => {
  const first = await book(page, PROPERTY)
  const second = await book(page, PROPERTY)
  await page.goto('/espace')
  await expect(page.getByRole('link', { name: /RSV-/ })).toHaveText([second, first])
  await page.getByRole('button', { name: 'Oublier cet appareil' }).click()
  await expect(page.getByText('Aucune demande n’est ouverte sur cet appareil.')).toBeVisible()
})

test('private pages are not kept by caches, nor told to other sites', async ({ page }) => {
  const reference = await book(page, PROPERTY)
  for (const path of [`/espace/${reference}`, '/espace', '/suivi', '/reservation']) {
    const answer = await page.request.get(path)
    expect(answer.headers()['cache-control']).toContain('no-store')
    expect(answer.headers()['referrer-policy']).toBe('same-origin')
  }
})
