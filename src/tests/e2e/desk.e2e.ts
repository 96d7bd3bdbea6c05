import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { overflowOf, violationsOf, WCAG } from './support/axe'
import { rowsOf } from './support/database'
import { CONTACT, OTHER_OWNER, OWNER } from './support/facts'
import { mailTo } from './support/inbox'
import { decide, openReservation } from './support/panel'
import { somebody } from './support/people'
import { freeSlots, makeLate, requested, type Requested } from './support/request'
import { expect, test } from './support/test'

/** The desk in a browser: what owners and admins do all day. */

const MINE = 'villa-mpila' // of OWNER
const THEIRS = 'maison-bacongo' // of OTHER_OWNER

const tags = (panel: Page) => panel.locator('.scim-tags')

/** What the client reads about it, on a device of its own. */
async function expectOnPage(page: Page, { trackingUrl, reference }: Requested, ...texts: string[]) {
  await page.goto(trackingUrl)
  await expect(page).toHaveURL(`/espace/${reference}`)
  for (const text of texts) await expect(page.getByRole('main')).toContainText(text)
}

test('an owner clears a queue of five', async ({ page, staff }) => {
  const [toConfirm, toRefuse, toMove, toReply, late] = [
    await requested(MINE),
    await requested(MINE),
    await requested(MINE),
    await requested(MINE, 'Peut-on garer une voiture ?'),
    await requested(MINE),
  ]
  await makeLate(late.reference)
  const panel = await staff(OWNER)

  await test.step('the late one stands apart, above the others', async () => {
    await panel.goto('/admin')
    await expect(panel.locator('.scim-late')).toContainText(late.reference)
    await expect(panel.locator('.scim-late')).toContainText('en retard de')
    for (const { reference } of [toConfirm, toRefuse, toMove, toReply])
      await expect(panel.locator('.scim-late')).not.toContainText(reference)
  })

  await test.step('one is confirmed, with a word to the client', async () => {
    await openReservation(panel, toConfirm.reference)
    await decide(panel, 'Confirmer', 'La clé est chez le gardien.')
    await expect(tags(panel)).toContainText('Confirmée')
    await expectOnPage(page, toConfirm, 'Confirmée', 'La clé est chez le gardien.')
    const mail = await mailTo(toConfirm.email, /est confirmée/)
    expect(mail.text).toContain('La clé est chez le gardien.')
  })

  await test.step('one is refused', async () => {
    await openReservation(panel, toRefuse.reference)
    await decide(panel, 'Refuser', 'La maison est louée depuis hier.')
    await expect(tags(panel)).toContainText('Annulée')
    await expect(panel.getByRole('button', { name: 'Confirmer' })).toHaveCount(0)
    await expectOnPage(page, toRefuse, 'La maison est louée depuis hier.')
    const mail = await mailTo(toRefuse.email, /est annulée/)
    expect(mail.text).toContain('La maison est louée depuis hier.')
  })

  await test.step('one is moved to another free slot, and then confirmed', async () => {
    await openReservation(panel, toMove.reference)
    const [, target = ''] = await freeSlots(MINE)
    await panel.getByRole('button', { name: 'Déplacer', exact: true }).click()
    const dialog = panel.getByRole('dialog')
    await dialog.getByLabel('Jour').fill(target.slice(0, 10))
    await dialog.getByLabel('Créneau').selectOption(target)
    await dialog.getByRole('button', { name: 'Déplacer', exact: true }).click()
    await expect(panel.locator('.scim-timeline')).toContainText('Déplacée au')
    await expectOnPage(page, toMove, 'La date a changé', 'En attente')
    expect((await mailTo(toMove.email, /Nouveau message/)).text).toContain('La date a changé')
    await decide(panel, 'Confirmer')
    await expect(tags(panel)).toContainText('Confirmée')
    const [row] = await rowsOf<{ starts_at: Date }>(
      'select starts_at from reservations where reference = $1',
      [toMove.reference],
    )
    expect(row?.starts_at).toEqual(new Date(target))
  })

  await test.step('one is answered in writing, which keeps the promise', async () => {
    await openReservation(panel, toReply.reference)
    await panel.getByLabel('Écrire au client').fill('Oui, deux voitures entrent dans la cour.')
    await panel.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await expect(tags(panel)).toContainText('répondu')
    await expect(tags(panel)).toContainText('En attente')
    await expect(panel.getByLabel('Écrire au client')).toHaveValue('')
    await expectOnPage(page, toReply, 'Oui, deux voitures entrent dans la cour.')
    const mail = await mailTo(toReply.email, /Nouveau message/)
    expect(mail.text).toContain('Oui, deux voitures entrent dans la cour.')
  })

  await test.step('the late one was answered by phone; what was said stays in the house', async () => {
    await panel.goto('/admin')
    await panel.locator('.scim-late').getByRole('link', { name: late.reference }).click()
    await expect(tags(panel)).toContainText('en retard de')
    await panel.getByRole('button', { name: 'Répondu de vive voix' }).click()
    const dialog = panel.getByRole('dialog')
    await dialog.getByLabel('Comment').selectOption({ label: 'Répondu par téléphone' })
    await dialog.getByLabel('Ce qui s’est dit').fill('Elle rappelle demain matin.')
    await dialog.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(panel.locator('.scim-timeline')).toContainText('Répondu par téléphone')
    await expect(panel.locator('.scim-timeline')).toContainText('Elle rappelle demain matin.')
    await expect(tags(panel)).toContainText('après l’échéance')
    await expectOnPage(page, late, 'répondu')
    await expect(page.getByRole('main')).not.toContainText('Elle rappelle demain matin.')
  })

  await panel.goto('/admin')
  await expect(panel.locator('.scim-tiles')).toBeVisible()
  await expect(panel.locator('.scim-late', { hasText: late.reference })).toHaveCount(0)
  for (const { reference } of [toConfirm, toRefuse, toMove])
    await expect(panel.locator('.scim-row', { hasText: reference })).toHaveCount(0)
})

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

test('an owner finds a reservation by phone, name or reference, however they are typed', async ({
  staff,
}) => {
  const client = somebody('Hélène Mboungou')
  const { reference } = await requested(MINE, '', client)
  const foreign = await requested(THEIRS, '', { ...somebody('Hélène Samba') })
  const panel = await staff(OWNER)
  const digits = client.phone.slice(1)
  for (const typed of [
    `00242 0${digits}`,
    `${client.phone.slice(0, 2)} ${client.phone.slice(2, 5)} ${client.phone.slice(5)}`,
    'HELENE MBOUNGOU',
    reference.toLowerCase().replaceAll('-', ' '),
    reference.slice(4),
  ]) {
    await panel.goto('/admin/collections/reservations')
    const search = panel.locator('.search-filter input, input.search-filter__input').first()
    await search.fill(typed)
    await expect(panel.locator('.cell-reference'), typed).toHaveText([reference])
  }
  await panel.goto(`/admin/collections/reservations?search=${foreign.reference}`)
  await expect(panel.locator('.collection-list')).toContainText('Aucun')
  await expect(panel.locator('.cell-reference')).toHaveCount(0)
})

/** The link of the owner's notification, as the mail writes it out. */
async function decisionLink(owner: string, reference: string): Promise<string> {
  const { text } = await mailTo(owner, new RegExp(`Nouvelle demande.*${reference}`))
  const link = /https?:\/\/\S+\/decision\/[\w.-]+/.exec(text)?.[0]
  if (!link) throw new Error(`no link to decide in: ${text}`)
  return link
}

const statusOf = async (reference: string) =>
  (
    await rowsOf<{ status: string }>('select status from reservations where reference = $1', [
      reference,
    ])
  )[0]?.status

test.describe('from the notification, on a phone without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })

  test('looking decides nothing, sending decides once, and the used link says so', async ({
    page,
  }) => {
    const client = await requested(MINE, 'Nous serons trois.')
    const link = await decisionLink(OWNER, client.reference)
    for (let look = 0; look < 3; look += 1) {
      const answer = await page.goto(link)
      expect(answer?.status()).toBe(200)
      expect(answer?.headers()['cache-control']).toContain('no-store')
    }
    await page.goto(`${link}/envoi`)
    await expect(page.getByRole('main')).toContainText(client.reference)
    await expect(page.getByRole('main')).toContainText('Nous serons trois.')
    expect(await overflowOf(page)).toBe(0)
    expect(await statusOf(client.reference)).toBe('en_attente')

    await page.getByLabel('Un mot au client').fill('Je vous attends au portail.')
    await page.getByRole('button', { name: 'Confirmer la réservation' }).click()
    const decided = /déjà confirmée par Jean-Bosco Makosso/
    await expect(page.getByRole('main')).toContainText(decided)
    expect(await statusOf(client.reference)).toBe('confirmee')
    const mail = await mailTo(client.email, /est confirmée/)
    expect(mail.text).toContain('Je vous attends au portail.')

    await page.goto(link)
    await expect(page.getByRole('main')).toContainText(decided)
    await expect(page.getByRole('button', { name: /Confirmer|Refuser/ })).toHaveCount(0)
  })

  test('a link whose request a colleague has decided says who it was', async ({ page, staff }) => {
    const client = await requested(MINE)
    const link = await decisionLink(OWNER, client.reference)
    await page.goto(link)
    const admin = await staff(CONTACT)
    await openReservation(admin, client.reference)
    await decide(admin, 'Refuser')
    await expect(tags(admin)).toContainText('Annulée')
    await page.getByRole('button', { name: 'Confirmer la réservation' }).click()
    await expect(page.getByRole('main')).toContainText(/déjà annulée par Prisca Loemba/)
    expect(await statusOf(client.reference)).toBe('annulee')
  })
})

test('of two who confirm at once the second reads who was first, and the client hears once', async ({
  staff,
}) => {
  const client = await requested(THEIRS)
  const [owner, admin] = [await staff(OTHER_OWNER), await staff(CONTACT)]
  await openReservation(owner, client.reference)
  await openReservation(admin, client.reference)
  await decide(owner, 'Confirmer')
  await expect(tags(owner)).toContainText('Confirmée')
  await decide(admin, 'Confirmer')
  await expect(admin.getByText(/Déjà confirmée par Clarisse Ngouabi à \d/).first()).toBeVisible()
  const steps = await rowsOf<{ to: string }>(
    `select h."to" from status_history h join reservations r on r.id = h.reservation_id
     where r.reference = $1 order by h.id`,
    [client.reference],
  )
  expect(steps.map(({ to }) => to)).toEqual(['en_attente', 'confirmee'])
})

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
      await panel.keyboard.press('Escape')
      await expect(panel.getByRole('dialog')).toHaveCount(0)
      await expect(panel.getByRole('button', { name, exact: true })).toBeFocused()
    }
    await page.goto(link)
    expect.soft(await violationsOf(page, WCAG, 'main'), 'the page of the decision').toEqual([])
  })
