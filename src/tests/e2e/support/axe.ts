import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Outcome = { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }

/** What WCAG 2.2 AA finds wrong with the page, one line per element. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE })
  const { violations } = await page.evaluate<Outcome, string[]>(
    (values) =>
      // as: the script tag above put axe there.
      (
        window as unknown as { axe: { run(root: Document, options: object): Promise<Outcome> } }
      ).axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
    LEVELS,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 120)} (${failureSummary})`,
    ),
  )
}

/** How many pixels the page is wider than its window. */
export const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
