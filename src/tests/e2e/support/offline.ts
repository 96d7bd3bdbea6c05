import type { Page } from '@playwright/test'

/** The page is under the service worker's care, and what it needs offline is there. */
export async function cared(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready
    return active?.state === 'activated' && navigator.serviceWorker.controller !== null
  })
}
