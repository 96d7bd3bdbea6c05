import { readdirSync, readFileSync } from 'node:fs'
import type { Page, Request } from '@playwright/test'
import { book } from './support/funnel'
import { expect, test } from './support/test'

const KB = 1024
/** What Next ships with an empty page of this very build: its runtime, and the router of layouts. */
function nextsOwnFiles(): string[] {
  const manifest = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')) as {
    rootMainFiles: string[]
  }
  const router = readdirSync('.next/static/chunks')
    .filter((name) => name.endsWith('.js'))
    .map((name) => `static/chunks/${name}`)
    .filter((file) => !manifest.rootMainFiles.includes(file))
    .find((file) => readFileSync(`.next/${file}`, 'utf8').includes('"useRouterBFCache"'))
  if (!router) throw new Error('the router of layouts is in no file of its own')
  return [...manifest.rootMainFiles, router]
}

type Load = { type: string; url: string; bytes: number; lazy: boolean }

/** Everything a page fetches until its network is quiet; pictures below the fold are marked. */
async function loadsOf(page: Page, go: () => Promise<unknown>): Promise<Load[]> {
  const requests: Request[] = []
  const hear = (request: Request) => requests.push(request)
  page.on('requestfinished', hear)
  await go()
  await page.waitForLoadState('networkidle')
  page.off('requestfinished', hear)
  const lazy = await page
    .locator('img[loading=lazy]')
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).currentSrc))
  return Promise.all(
    requests.map(async (request) => ({
      type: request.resourceType(),
      url: request.url(),
      bytes: (await request.sizes()).responseBodySize,
      lazy: lazy.includes(request.url()),
    })),
  )
}

const sum = (loads: Load[], type: string) =>
  loads
    .filter((load) => load.type === type && !load.lazy)
    .reduce((all, { bytes }) => all + bytes, 0)

const PUBLIC = [
  '/',
  '/en',
  '/biens/villa-mpila',
  '/reservation',
  '/suivi',
  '/espace',
  '/hors-ligne',
]

test.describe('cold pages at 360 px', () => {
  test.use({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })

  test('stay inside their budgets', async ({ browser, baseURL }) => {
    const ofNext = nextsOwnFiles()
    for (const path of [...PUBLIC, '/reservation/creneau?bien=villa-mpila&type=visite']) {
      const context = await browser.newContext({ baseURL, serviceWorkers: 'block' })
      const cold = await context.newPage()
      const loads = await loadsOf(cold, () => cold.goto(path))
      await context.close()
      const { origin } = new URL(baseURL ?? '')
      const note = `${path}\n${loads.map(({ type, url, bytes }) => `${type} ${bytes} ${url}`).join('\n')}`
      expect(sum(loads, 'document'), note).toBeLessThanOrEqual(15 * KB)
      expect(sum(loads, 'stylesheet'), note).toBeLessThanOrEqual(12 * KB)
      const nexts = loads.filter(({ url }) => ofNext.some((file) => url.endsWith(file)))
      expect(nexts.length, note).toBe(ofNext.length)
      expect(sum(loads, 'script') - sum(nexts, 'script'), note).toBeLessThanOrEqual(5 * KB)
      expect(sum(loads, 'image'), note).toBeLessThanOrEqual(60 * KB)
      expect(sum(loads, 'font'), note).toBe(0)
      expect(loads.filter(({ lazy }) => !lazy).length, note).toBeLessThanOrEqual(12)
      expect(loads.filter(({ url }) => new URL(url).origin !== origin)).toEqual([])
    }
  })

  test('pictures come in sizes, as WebP or AVIF, with their place kept; the first at once, others late', async ({
    page,
  }) => {
    for (const path of ['/', '/biens/villa-mpila']) {
      await page.goto(path)
      const images = await page.locator('main img').evaluateAll((all) =>
        all.map((image) => ({
          sizes: image.hasAttribute('srcset') && image.hasAttribute('sizes'),
          place: image.hasAttribute('width') && image.hasAttribute('height'),
          format: /\.(webp|avif)$/.test(image.getAttribute('src') ?? ''),
          loading: image.getAttribute('loading'),
        })),
      )
      expect(images.length).toBeGreaterThan(1)
      expect(images.map(({ loading }) => loading)).toEqual(
        images.map((_, index) => (index === 0 ? 'eager' : 'lazy')),
      )
      expect(images.every(({ sizes, place, format }) => sizes && place && format)).toBe(true)
    }
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

  test('the whole funnel, from the property to the reference, weighs less than 150 KB', async ({
    page,
  }) => {
    const loads = await loadsOf(page, async () => {
      await page.goto('/biens/villa-mpila')
      await book(page, 'villa-mpila')
    })
    const total = loads.reduce((all, { bytes }) => all + bytes, 0)
    expect(total, loads.map(({ url, bytes }) => `${bytes} ${url}`).join('\n')).toBeLessThan(
      150 * KB,
    )
  })
})

test('answers are compressed, static files are kept for ever, nothing is fetched in advance', async ({
  page,
  request,
}) => {
  const home = await page.goto('/')
  expect(home?.headers()['content-encoding']).toBe('gzip')
  expect(home?.headers()['critical-ch']).toBeUndefined()
  const files = await page
    .locator('script[src], link[rel=stylesheet]')
    .evaluateAll((all) =>
      all.map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? ''),
    )
  expect(files.length).toBeGreaterThan(3)
  for (const file of files)
    expect((await request.get(file)).headers()['cache-control'], file).toContain('immutable')
  await expect(page.locator('link[rel=prefetch], link[rel=prerender]')).toHaveCount(0)
})
