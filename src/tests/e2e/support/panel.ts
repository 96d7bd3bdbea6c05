import { expect, type Page } from '@playwright/test'

/** The owner's steps in the panel. */

/** Opens a list as soon as it can be used. */
export async function openList(page: Page, list: string): Promise<void> {
  await page.goto(`/admin/collections/${list}`)
  await listIsReady(page)
}

/** Its script runs when it has written its query into its address. */
export const listIsReady = (page: Page) => expect(page).toHaveURL(/[?&]limit=\d/)

/** Opens a reservation from the list, as a person finds it. */
export async function openReservation(page: Page, reference: string): Promise<void> {
  await openList(page, `reservations?search=${reference}`)
  await page.getByRole('link', { name: reference }).click()
  await expect(page.getByRole('heading', { name: reference })).toBeVisible()
}

export async function decide(
  page: Page,
  decision: 'Confirmer' | 'Refuser' | 'Annuler la réservation',
  note = '',
): Promise<void> {
  await page.getByRole('button', { name: decision, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (note) await dialog.getByRole('textbox').fill(note)
  await dialog.getByRole('button', { name: decision, exact: true }).click()
}
