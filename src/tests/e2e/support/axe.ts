import axe from 'axe-core'
import type { Page } from '@playwright/test'

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What WCAG 2.2 AA finds wrong with the page, one line per element.
 * @param within a selector: only what stands inside
 */
export async function violationsOf(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(axe.source) // No script tag: the page's own policy stays as it is.
  const { violations } = await page.evaluate(
    // as: the line above put axe there.
    ([root, values]) =>
      (window as unknown as { axe: typeof axe }).axe.run(root, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    [within, LEVELS] as const,
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
