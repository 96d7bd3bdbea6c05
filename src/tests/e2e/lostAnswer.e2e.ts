import type { Page, Route } from '@playwright/test'
import { referenceOn, sendButton, toCheck } from './support/funnel'
import { expect, test } from './support/test'

const SENDING = '**/reservation/verification/envoi'

/** The request reaches the house; its answer is lost on the way back. */
async function loseAnswer(page: Page): Promise<string> {
  let location = ''
  await page.route(SENDING, async (route: Route) => {
    const answer = await route.fetch({ maxRedirects: 0 })
    location = answer.headers().location ?? ''
    await route.abort('connectionreset')
  })
  await sendButton(page).click()
  await expect.poll(() => location).toMatch(/\/reservation\/confirmation\/RSV-/)
  await page.unroute(SENDING)
  return location.split('/').at(-1) ?? ''
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, serviceWorkers: 'block', forgiven: [/ERR_CONNECTION_RESET/] })

    test('the button pressed again after a lost answer gives the same reference', async ({
      page,
    }) => {
      await toCheck(page, 'maison-bacongo')
      const address = page.url()
      const booked = await loseAnswer(page)
      await page.goto(address)
      await sendButton(page).click()
      await expect(page).toHaveURL(/confirmation/)
      expect(await referenceOn(page)).toBe(booked)
    })

    test('a tab closed after sending and opened again gives the same reference', async ({
      page,
      context,
    }) => {
      await toCheck(page, 'maison-bacongo')
      const address = page.url()
      const booked = await loseAnswer(page)
      await page.close()
      const again = await context.newPage()
      await again.goto(address)
      await sendButton(again).click()
      await expect(again).toHaveURL(/confirmation/)
      expect(await referenceOn(again)).toBe(booked)
      await again.reload()
      expect(await referenceOn(again)).toBe(booked)
    })
  })

test('two impatient presses are one request', async ({ page }) => {
  await toCheck(page, 'maison-bacongo')
  await sendButton(page).dblclick()
  await expect(page).toHaveURL(/confirmation/)
  const first = await referenceOn(page)
  await page.goto('/espace')
  await expect(page.locator('main article')).toHaveCount(1)
  await expect(page.locator('main')).toContainText(first)
})
