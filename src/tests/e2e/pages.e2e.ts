import type { Page } from '@playwright/test'
import { overflowOf, violationsOf } from './support/axe'
import { rowsOf } from './support/database'
import { facts } from './support/facts'
import { book, chooseSlot, fillContact, proceed, sendButton } from './support/funnel'
import { somebody } from './support/people'
import { expect, test } from './support/test'

/** Every page and state of the client site, on a small phone and on a desk. */

const PROPERTY = 'villa-cote-sauvage'

async function expectGood(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect.soft(await overflowOf(page), `${page.url()} scrolls sideways at ${width} px`).toBe(0)
    expect.soft(await violationsOf(page), `${page.url()} at ${width} px`).toEqual([])
  }
}

for (const prefix of ['', '/en']) {
  test(`the open pages ${prefix} are for everyone`, async ({ page }) => {
    for (const path of ['', `/biens/${PROPERTY}`, '/suivi', '/suivi?erreur=1', '/espace']) {
      await page.goto(`${prefix}${path}` || '/')
      await expectGood(page)
    }
    for (const query of ['ville=Pointe-Noire', 'ville=Nulle-Part']) {
      await page.goto(`${prefix || '/'}?${query}`)
      await expectGood(page)
    }
  })

  test(`every step of the funnel ${prefix}, right and wrong, is for everyone`, async ({ page }) => {
    await page.goto(`${prefix}/reservation`)
    await expectGood(page)
    await proceed(page)
    await expectGood(page)
    await page.goto(`${prefix}/reservation?bien=${PROPERTY}`)
    await expectGood(page)
    for (const query of [
      'type=visite',
      'type=visite&erreurs=1',
      'type=sejour',
      'type=sejour&erreurs=1',
    ]) {
      await page.goto(`${prefix}/reservation/creneau?bien=${PROPERTY}&${query}`)
      await expectGood(page)
    }
    await chooseSlot(page, PROPERTY, { prefix })
    await expectGood(page)
    await proceed(page)
    await expectGood(page)
    await fillContact(page, somebody(), 'Un mot d’une longueur certaine, '.repeat(6))
    await expectGood(page)
    await page.goto(page.url().replace('/verification', '/creneau') + '&pris=1')
    await expectGood(page)
    for (const path of ['patienter?minutes=7', `deja?bien=${PROPERTY}`]) {
      await page.goto(`${prefix}/reservation/${path}`)
      await expectGood(page)
    }
  })

  test(`a booking ${prefix}, waiting, confirmed and cancelled, is for everyone`, async ({
    page,
  }) => {
    const reference = await book(page, PROPERTY, somebody(), { prefix })
    await expectGood(page)
    const space = `${prefix}/espace/${reference}`
    await page.goto(space)
    await expectGood(page)
    await page.goto(`${space}?fait=vide`)
    await expectGood(page)
    await page.goto(`${space}/annuler`)
    await expectGood(page)
    await page.goto(`${prefix}/espace`)
    await expectGood(page)
    await page.goto(`${space}/annuler`)
    await page.locator('form button.danger').click()
    await expectGood(page)
  })
}

test('a booking with a WhatsApp button is for everyone', async ({ page }) => {
  await book(page, PROPERTY, somebody(), { house: facts.whatsappUrl })
  await expectGood(page)
  await page.goto(page.url().replace('/reservation/confirmation/', '/espace/'))
  await expectGood(page)
})

test.describe('a page that does not exist', () => {
  test.use({ forgiven: [/status of 404/] })

  test('is for everyone', async ({ page }) => {
    for (const path of ['/biens/nulle-part', `/suivi/${'x'.repeat(43)}`]) {
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(404)
      await expectGood(page)
    }
  })
})

test('no private page asks another site for anything', async ({ page, baseURL }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:'))
      foreign.push(request.url())
  })
  await chooseSlot(page, PROPERTY)
  const client = somebody()
  await fillContact(page, client)
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/confirmation\//)
  expect(foreign).toEqual([])
  expect(
    await rowsOf('select 1 as one from clients where email = $1', [client.email]),
  ).toHaveLength(1)
})
