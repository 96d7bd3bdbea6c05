import type { Page } from '@playwright/test'
import { overflowOf, violationsOf } from './support/axe'
import { rowsOf } from './support/database'
import { facts } from './support/facts'
import { book, chooseSlot, fillContact, sendButton } from './support/funnel'
import { somebody } from './support/people'
import { expect, test } from './support/test'

/** States that `accessibility.e2e.ts` does not meet, on a small phone and on a desk. */

const PROPERTY = 'villa-cote-sauvage'

async function expectGood(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect.soft(await overflowOf(page), `${page.url()} scrolls sideways at ${width} px`).toBe(0)
    expect.soft(await violationsOf(page), `${page.url()} at ${width} px`).toEqual([])
  }
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

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'nothing, with JavaScript' : 'nothing, without', () => {
    test.use({ javaScriptEnabled, forgiven: [/status of 404/] })

    test('is said in words, and by the status', async ({ page }) => {
      for (const [path, title] of [
        ['/nulle-part', 'Page introuvable'],
        ['/biens/nulle-part', 'Page introuvable'],
        [`/suivi/${'x'.repeat(43)}`, 'Page introuvable'],
        ['/en/nowhere', 'Page not found'],
        ['/en/biens/nowhere', 'Page not found'],
        ['/En/nowhere', 'Page not found'],
        ['/api', 'Page introuvable'],
        ['/carte', 'Page introuvable'],
        [`/en/suivi/${'x'.repeat(43)}`, 'Page not found'],
      ] as const) {
        const answer = await page.goto(path)
        expect(answer?.status()).toBe(404)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
        await expect(page).toHaveTitle(new RegExp(`^${title}`))
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
