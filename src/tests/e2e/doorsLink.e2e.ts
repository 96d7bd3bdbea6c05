import type { Page } from '@playwright/test'
import { facts } from './support/facts'
import { book } from './support/funnel'
import { mailTo } from './support/inbox'
import { anAddress, somebody } from './support/people'
import { expect, test } from './support/test'
import { watch } from './support/watch'

const cookies = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

test('the link to all bookings: asked for, mailed, looked at, used once, forgotten', async ({
  page,
  browser,
}) => {
  const person = somebody()
  const first = await book(page, 'villa-mpila', person)
  const second = await book(page, 'maison-bacongo', person)

  const device = await browser.newContext({
    baseURL: facts.baseUrl,
    locale: 'fr-FR',
    extraHTTPHeaders: { 'X-Forwarded-For': anAddress() },
  })
  const other = await device.newPage()
  const heard = await watch(other)
  await other.goto('/espace')
  await other.getByRole('link', { name: 'Retrouver toutes mes demandes par e-mail' }).click()
  await other.getByLabel('E-mail').fill(person.email.toUpperCase())
  await other.getByRole('button', { name: 'Recevoir le lien' }).click()
  await expect(other.getByRole('heading', { name: 'Regardez votre messagerie' })).toBeVisible()

  const mail = await mailTo(person.email, /Votre lien vers vos réservations/)
  const link = /https?:\/\/\S+\/espace\/lien\/\S+/.exec(mail.text)?.[0] ?? ''
  expect(mail.html).toContain(link)
  // Mail programs look at links before people do.
  for (const method of ['HEAD', 'GET', 'GET'])
    expect((await other.request.fetch(link, { method })).status()).toBe(200)
  expect(await cookies(other)).toBe('')

  await other.goto(link)
  await other.getByRole('button', { name: 'Ouvrir mes demandes ici' }).click()
  await expect(other).toHaveURL(/\/espace$/)
  for (const reference of [first, second])
    await expect(other.getByRole('link', { name: reference })).toBeVisible()
  const kept = await cookies(other)
  expect(kept).not.toContain(first)
  expect(Buffer.from(kept.split('=')[1] ?? '', 'base64url').toString('latin1')).not.toContain('RSV')

  await other.goto(link)
  await other.getByRole('button', { name: 'Ouvrir mes demandes ici' }).click()
  await expect(other.getByText('Ce lien a déjà servi').first()).toBeVisible()

  await other.goto('/espace')
  await other.getByRole('button', { name: 'Oublier cet appareil' }).click()
  await expect(other.getByText('Aucune demande n’est ouverte')).toBeVisible()
  const again = await other.request.get(`/espace/${first}`, {
    headers: { Cookie: kept },
    maxRedirects: 0,
  })
  expect(again.status()).toBe(307)
  expect(heard).toEqual([])
  await device.close()
})
