import axe from 'axe-core'
import type { Page } from '@playwright/test'

export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What axe finds wrong with the page, one line per element. It is injected by evaluation: the page's
 * own policy lets no script in.
 */
export async function violationsOf(page: Page, tags: string[] = WCAG): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (values) => {
    // as: the evaluation above put axe there.
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: values,
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 120)} (${failureSummary})`,
      ),
    )
  }, tags)
}

/** How many pixels the page is wider than its window. */
export const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
