import { overflowOf, violationsOf, WCAG } from './support/axe'
import { CONTACT, OWNER } from './support/facts'
import { openReservation } from './support/panel'
import { requested } from './support/request'
import { expect, test } from './support/test'
import { MINE, decisionLink } from './support/desk'

const SCREENS: [path: string, within: string][] = [
  ['/admin', '.scim-tiles'],
  ['/admin/collections/reservations', '.scim-list-tools'],
  ['/admin/appel', '.scim-call'],
  ['/admin/calendrier', '.scim-calendar'],
  ['/admin/calendrier?vue=semaine', '.scim-calendar'],
  ['/admin/rapports', '.scim-reports'],
  ['/admin/sante', '.scim-health'],
]

const DIALOGS = [
  'Confirmer',
  'Refuser',
  'Déplacer',
  'Garder plus longtemps',
  'Répondu de vive voix',
  'Corriger le contact',
  'Ajouter une note',
]

for (const width of [1280, 390])
  test(`our own pieces of the panel meet WCAG 2.2 AA at ${width} px`, async ({ page, staff }) => {
    const client = await requested(MINE, 'Peut-on venir avec un chien ?')
    const link = await decisionLink(OWNER, client.reference)
    const panel = await staff(CONTACT)
    for (const one of [page, panel]) await one.setViewportSize({ width, height: 800 })
    for (const [path, within] of SCREENS) {
      await panel.goto(path)
      await expect(panel.locator(within).first()).toBeVisible()
      expect.soft(await violationsOf(panel, WCAG, within), path).toEqual([])
      expect.soft(await overflowOf(panel), `${path} scrolls sideways`).toBe(0)
    }
    await openReservation(panel, client.reference)
    expect.soft(await violationsOf(panel, WCAG, '.scim-screen')).toEqual([])
    expect.soft(await overflowOf(panel), 'a reservation scrolls sideways').toBe(0)
    for (const name of DIALOGS) {
      await panel.getByRole('button', { name, exact: true }).click()
      await expect(panel.getByRole('dialog')).toBeVisible()
      expect.soft(await violationsOf(panel, WCAG, 'dialog[open]'), name).toEqual([])
      const button = await panel.getByRole('dialog').getByRole('button').first().boundingBox()
      if (width < 768) expect.soft(button?.height, name).toBeGreaterThanOrEqual(43.5)
      await panel.keyboard.press('Escape')
      await expect(panel.getByRole('dialog')).toHaveCount(0)
      await expect(panel.getByRole('button', { name, exact: true })).toBeFocused()
    }
    await page.goto(link)
    expect.soft(await violationsOf(page, WCAG, 'main'), 'the page of the decision').toEqual([])
  })
