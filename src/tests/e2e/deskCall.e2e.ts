import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { rowsOf } from './support/database'
import { CONTACT } from './support/facts'
import { mailTo } from './support/inbox'
import { somebody } from './support/people'
import { freeSlots } from './support/request'
import { expect, test } from './support/test'
import { THEIRS } from './support/desk'

type Exported = { reference: string; client: string; note: string | null; source: string }

/** RFC 4180, read by another hand than the one that writes it. */
function cellsOf(csv: string, separator: string): string[][] {
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n)`,
    'g',
  )
  const lines: string[][] = [[]]
  for (const [, quoted, plain = '', end] of csv.matchAll(cell)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== separator) lines.push([])
  }
  return lines.slice(0, -1)
}

async function downloaded(panel: Page, link: string): Promise<string> {
  const [download] = await Promise.all([
    panel.waitForEvent('download'),
    panel.getByRole('link', { name: link }).click(),
  ])
  return readFile(await download.path(), 'utf8')
}

test.describe('an administrator', () => {
  test.use({ forgiven: [/status of 400/] }) // A number that is none is typed on purpose.

  test('takes a call, exports what the list shows, and reads the report', async ({ staff }) => {
    const caller = somebody('Rachel Tsoumou')
    const formula = '=1+2;HYPERLINK("http://x")'
    const panel = await staff(CONTACT)
    let reference = ''

    await test.step('the call', async () => {
      const [slot = ''] = await freeSlots(THEIRS)
      // Where the panel has a form for any other new row.
      await panel.goto('/admin/collections/reservations/create')
      await expect(panel).toHaveURL(/\/admin\/appel$/)
      await panel.goto('/admin')
      await panel.locator('.scim-presets').getByRole('link', { name: 'Prendre un appel' }).click()
      const form = panel.locator('.scim-call')
      await form
        .getByLabel('Bien', { exact: true })
        .selectOption({ label: 'Maison familiale à Bacongo' })
      await form.getByLabel('Demande', { exact: true }).selectOption({ label: 'Visite' })
      await form.getByLabel('Jour').fill(slot.slice(0, 10))
      await form.getByLabel('Créneau').selectOption(slot)
      await form.getByLabel('Nom de l’appelant').fill(caller.name)
      await form.getByLabel('Téléphone').fill('1234')
      await form.getByLabel('E-mail').fill(caller.email)
      await form.getByLabel('Ce qu’il demande').fill(formula)
      await form.getByLabel('L’appelant accepte').check()
      await form.getByRole('button', { name: 'Enregistrer' }).click()
      await expect(form.locator('.scim-fault')).toContainText(['num'])
      await form.getByLabel('Téléphone').fill(caller.phone)
      await form.getByRole('button', { name: 'Enregistrer' }).click()
      reference = await panel.locator('.scim-reference').innerText()
      expect((await mailTo(caller.email, /bien enregistrée/)).text).toContain(reference)
      await panel.getByRole('link', { name: 'Ouvrir la réservation' }).click()
      await expect(panel.locator('.scim-facts')).toContainText('Téléphone')
      await expect(panel.locator('.scim-facts')).toContainText(formula)
    })

    await test.step('the export holds what the list shows, and no formula', async () => {
      await panel.goto(`/admin/collections/reservations?search=${reference}`)
      await expect(panel.locator('.cell-reference')).toHaveText([reference])
      const [head, ...lines] = cellsOf(await downloaded(panel, 'Exporter en CSV'), ';')
      expect(lines).toHaveLength(1)
      expect(lines[0]).toHaveLength(head?.length ?? 0)
      expect(lines[0]?.[0]).toBe(reference)
      expect(lines[0]?.at(-1)).toBe(`'${formula}`)
      expect(lines[0]?.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
      // as: our own export, of which these fields are read.
      const data = JSON.parse(await downloaded(panel, 'Exporter en JSON')) as Exported[]
      expect(data.map(({ client, note, source }) => [client, note, source])).toEqual([
        [caller.name, formula, 'Téléphone'],
      ])
    })

    await test.step('the report counts this month’s requests', async () => {
      await panel.goto('/admin/rapports')
      const [counted] = await rowsOf<{ requests: number }>(
        `select count(*)::int as requests from reservations
       where date_trunc('month', created_at at time zone 'Africa/Brazzaville')
         = date_trunc('month', now() at time zone 'Africa/Brazzaville')`,
      )
      const total = panel.locator('.scim-reports table').first()
      await expect(total.locator('tbody td').nth(1)).toHaveText(String(counted?.requests))
      await expect(panel.getByRole('rowheader', { name: 'Clarisse Ngouabi' })).toBeVisible()
    })
  })
})
