import type { Page, Route } from '@playwright/test'
import { expect, goOn, test, toCheck } from './portal/client'

const SENDING = '**/reservation/verification/envoi'

/** The request reaches the house; its answer is lost on the way back. */
async function loseAnswer(page: Page): Promise<string> {
  let location = ''
  await page.route(SENDING, async (route: Route) => {
    const answer = await route.fetch({ maxRedirects: 0 })
    location = answer.headers().location ?? ''
    await route.abort('connectionreset')
  })
  await goOn(page)
  await expect.poll(() => location).toMatch(/\/reservation\/confirmation\/RSV-/)
  await page.unroute(SENDING)
  return location.split('/').at(-1) ?? ''
}

const reference = (page: Page) => page.locator('.reference').innerText()

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, serviceWorkers: 'block' })

    test('the button pressed again after a lost answer gives the same reference', async ({
      page,
    }) => {
      await toCheck(page, { slug: 'maison-bacongo' })
      const address = page.url()
      const booked = await loseAnswer(page)
      await page.goto(address)
      await goOn(page)
      await expect(page).toHaveURL(/confirmation/)
      expect(await reference(page)).toBe(booked)
    })

    test('a tab closed after sending and opened again gives the same reference', async ({
      page,
      context,
    }) => {
      await toCheck(page, { slug: 'maison-bacongo' })
      const address = page.url()
      const booked = await loseAnswer(page)
      await page.close()
      const again = await context.newPage()
      await again.goto(address)
      await goOn(again)
      await expect(again).toHaveURL(/confirmation/)
      expect(await reference(again)).toBe(booked)
      await again.reload()
      expect(await reference(again)).toBe(booked)
    })
  })

test('two impatient presses are one request', async ({ page }) => {
  await toCheck(page, { slug: 'maison-bacongo' })
  await page.locator('main form button[type=submit]').last().dblclick()
  await expect(page).toHaveURL(/confirmation/)
  const first = await reference(page)
  await page.goto('/espace')
  await expect(page.locator('main article')).toHaveCount(1)
  await expect(page.locator('main')).toContainText(first)
})
