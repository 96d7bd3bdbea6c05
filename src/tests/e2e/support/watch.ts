import type { Page } from '@playwright/test'

/** Hears what the browser refuses by the page's policy, and every dialog. */
export async function watch(page: Page): Promise<string[]> {
  const heard: string[] = []
  await page.exposeFunction('hear', (text: string) => heard.push(text))
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      // as: exposeFunction above put it there.
      (window as unknown as { hear(text: string): void }).hear(
        `${location.pathname} ${event.effectiveDirective} ${event.blockedURI}`,
      ),
    ),
  )
  page.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return heard
}
