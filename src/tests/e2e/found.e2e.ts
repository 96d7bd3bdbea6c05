import sharp from 'sharp'
import { book } from './support/funnel'
import { expect, test } from './support/test'

test('public pages name themselves in both languages, private ones ask not to be indexed', async ({
  page,
  baseURL,
}) => {
  const base = new URL(baseURL ?? '').origin
  await page.goto('/en/biens/villa-mpila')
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    `${base}/en/biens/villa-mpila`,
  )
  await expect(page.locator('link[hreflang=fr]')).toHaveAttribute(
    'href',
    `${base}/biens/villa-mpila`,
  )
  await expect(page.locator('link[hreflang=en]')).toHaveAttribute(
    'href',
    `${base}/en/biens/villa-mpila`,
  )
  const reference = await book(page, 'duplex-moungali')
  for (const path of ['/reservation', '/suivi', '/espace', `/espace/${reference}`, '/hors-ligne']) {
    await page.goto(path)
    await expect(page.locator('meta[name=robots]').first(), path).toHaveAttribute(
      'content',
      /noindex/,
    )
  }
})

test('the language link leads to the same page', async ({ page }) => {
  await page.goto('/reservation?bien=villa-mpila')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/reservation\?bien=villa-mpila$/)
  await page.getByRole('link', { name: 'Français' }).click()
  await expect(page).toHaveURL(/[^n]\/reservation\?bien=villa-mpila$/)
})

test('a property has an offer search engines can read and a picture messengers can show', async ({
  page,
  request,
}) => {
  await page.goto('/biens/maison-bacongo')
  const data: unknown = JSON.parse(
    await page.locator('script[type="application/ld+json"]').innerText(),
  )
  expect(data).toMatchObject({
    '@type': 'Product',
    name: 'Maison familiale à Bacongo',
    offers: { price: 85_000_000, priceCurrency: 'XAF' },
  })
  const address = await page.locator('meta[property="og:image"]').getAttribute('content')
  const answer = await request.get(new URL(address ?? '').pathname)
  expect(answer.headers()['content-type']).toBe('image/jpeg')
  const picture = await answer.body()
  expect(picture.byteLength).toBeLessThan(300_000)
  expect(await sharp(picture).metadata()).toMatchObject({ width: 1200, height: 630 })
})

test('the sitemap lists published properties only, and robots.txt names it', async ({
  request,
}) => {
  const sitemap = await (await request.get('/sitemap.xml')).text()
  expect(sitemap).toContain('/biens/villa-mpila</loc>')
  expect(sitemap).toContain('/en/biens/villa-mpila</loc>')
  expect(sitemap).not.toContain('bureaux-tie-tie')
  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toContain('/sitemap.xml')
  expect(robots).toContain('Disallow: /admin')
})

test('the panel’s address, sent to somebody, speaks of the house and of no maker', async ({
  request,
}) => {
  for (const path of ['/admin/login', '/admin/forgot', '/admin/rapports']) {
    const [head = ''] = (await (await request.get(path)).text()).split('</head>')
    const told = head.match(/<(meta|title)[^>]*>[^<]*/g)?.join('\n') ?? ''
    expect(told).toContain('og:site_name')
    expect(told).not.toMatch(/payload|headless|og:image/i)
  }
})
