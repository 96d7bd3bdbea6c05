import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './support/test'
import { facts } from './support/facts'

/** Another site, at another origin, with a page of its own. */
async function anotherSite(body: string) {
  const html = `<!doctype html><html lang="fr"><title>Une autre page</title>${body}</html>`
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // as: a TCP server has an address of this form.
  return { url: `http://127.0.0.1:${port}/page`, close: () => server.close() }
}

const SLUG = 'villa-mpila'

// A visitor of another site sends no header of our tests: with one the browser would ask first.
test.use({ extraHTTPHeaders: {} })

test('the script puts the card into another site’s page, and it leads to the booking', async ({
  page,
  context,
}) => {
  const site = await anotherSite(
    `<div data-scim-bien="${SLUG}"><a href="#">Réserver ici</a></div>
     <script src="${facts.baseUrl}/carte.js" async></script>`,
  )
  await page.goto(site.url)
  const card = page.locator('[data-scim-bien] section')
  await expect(card).toContainText('Prochaines disponibilités')
  await expect(card.getByRole('listitem')).toHaveCount(4)
  expect(await context.cookies()).toEqual([])
  await card.getByRole('link', { name: 'Réserver', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/reservation.*bien=${SLUG}`))
  site.close()
})

test('the card stands in a frame of another site, with JavaScript off', async ({ browser }) => {
  const site = await anotherSite(
    `<iframe title="Villa" width="360" height="460" src="${facts.baseUrl}/carte/${SLUG}"></iframe>`,
  )
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(site.url)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 2 })).toBeVisible()
  await frame.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/reservation\/creneau\?/)
  await context.close()
  site.close()
})

test.describe('without a card', () => {
  test.use({ forgiven: [/404/] })
  test('where the card cannot come, what stood there stays', async ({ page }) => {
    const site = await anotherSite(
      `<div data-scim-bien="nowhere"><a href="#">Réserver ici</a></div>
     <script src="${facts.baseUrl}/carte.js" async></script>`,
    )
    const asked = page.waitForResponse((answer) => answer.url().includes('/carte/nowhere'))
    await page.goto(site.url)
    expect((await asked).status()).toBe(404)
    await expect(page.getByText('Réserver ici')).toBeVisible()
    site.close()
  })
})
