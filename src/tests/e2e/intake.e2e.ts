import { overflowOf, violationsOf } from './support/axe'
import { rowsOf } from './support/database'
import { CONTACT, facts, OWNER } from './support/facts'
import { expect, test } from './support/test'

const FILE = {
  name: 'clients.csv',
  mimeType: 'text/csv',
  // As Excel saves it: semicolons, Windows-1252.
  buffer: Buffer.from('nom;téléphone\nZoé Ngoma;06 644 11 01\nX;123\n', 'latin1'),
}
const found = () => rowsOf('select 1 from clients where name = $1', ['Zoé Ngoma'])

test('an administrator brings a file in, and takes it back', async ({ staff }) => {
  const panel = await staff(CONTACT)
  await panel.goto('/admin/imports')
  await panel.getByRole('radio', { name: 'Des clients' }).check()
  await panel.getByLabel('Fichier CSV').setInputFiles(FILE)
  await panel.getByRole('button', { name: 'Faire un essai' }).click()
  await expect(panel.locator('.scim-plan')).toContainText('telephone : un numéro complet')
  expect(await found()).toHaveLength(0)
  for (const width of [360, 1280]) {
    await panel.setViewportSize({ width, height: 900 })
    expect.soft(await overflowOf(panel), `${width} px`).toBe(0)
    expect.soft(await violationsOf(panel), `${width} px`).toEqual([])
  }
  await panel.getByRole('button', { name: 'Importer 1 ligne' }).click()
  await expect(panel.locator('.scim-said')).toHaveText('C’est importé.')
  expect(await found()).toHaveLength(1)
  await panel.getByText('Annuler cet import').first().click()
  await panel.getByRole('button', { name: 'Oui, annuler' }).first().click()
  await expect(panel.locator('.scim-said')).toHaveText('L’import est annulé.')
  expect(await found()).toHaveLength(0)
})

test('the same without scripts, and nobody but administrators', async ({ browser, staff }) => {
  const state = await (await staff(CONTACT)).context().storageState()
  const context = await browser.newContext({
    baseURL: facts.baseUrl,
    locale: 'fr-FR',
    javaScriptEnabled: false,
    storageState: state,
  })
  const page = await context.newPage()
  await page.goto('/admin/imports')
  await page.getByRole('radio', { name: 'Des clients' }).check()
  await page.getByLabel('Fichier CSV').setInputFiles(FILE)
  await page.getByRole('button', { name: 'Faire un essai' }).click()
  await expect(page.getByRole('button', { name: 'Importer 1 ligne' })).toBeVisible()
  await context.close()
  const owner = await staff(OWNER)
  await owner.goto('/admin/imports')
  await expect(owner).toHaveURL(/\/admin$/)
})
