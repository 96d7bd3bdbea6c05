import type { Page } from '@playwright/test'
import { book } from './support/funnel'
import { expect, test } from './support/test'

/** Bytes per second and milliseconds, as the browser's own emulation takes them. */
async function slowDown(page: Page, kilobits: number, latency: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const throughput = (kilobits * 1000) / 8
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
}

for (const javaScriptEnabled of [false, true])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } })

    test('on 2G (50 kbit/s, 800 ms) a client has a reference in under a minute', async ({
      page,
    }) => {
      await slowDown(page, 50, 800)
      const begun = Date.now()
      await page.goto('/biens/maison-loandjili', { waitUntil: 'commit' })
      await page.locator('.book .button').first().click({ noWaitAfter: true })
      await book(page, 'maison-loandjili')
      const seconds = (Date.now() - begun) / 1000
      test.info().annotations.push({ type: 'seconds', description: seconds.toFixed(1) })
      expect(seconds).toBeLessThan(60)
    })
  })

test('on slow 3G (400 kbit/s, 400 ms) the largest part of a page stands within four seconds', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await slowDown(page, 400, 400)
  for (const path of ['/', '/biens/villa-mpila']) {
    await page.goto(path)
    const milliseconds = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            resolve(list.getEntries().at(-1)?.startTime ?? Infinity)
          }).observe({ type: 'largest-contentful-paint', buffered: true })
        }),
    )
    test.info().annotations.push({ type: path, description: `${Math.round(milliseconds)} ms` })
    expect(milliseconds, path).toBeLessThan(4000)
  }
})
