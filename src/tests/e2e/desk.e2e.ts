import type { Page } from '@playwright/test'
import { rowsOf } from './support/database'
import { OWNER } from './support/facts'
import { mailTo } from './support/inbox'
import { decide, openList, openReservation } from './support/panel'
import { somebody } from './support/people'
import { freeSlots, makeLate, requested, type Requested } from './support/request'
import { expect, test } from './support/test'
import { MINE, THEIRS, tags } from './support/desk'

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
    await openList(panel, 'reservations')
    const search = panel.locator('.search-filter input, input.search-filter__input').first()
    await search.fill(typed)
    await expect(panel.locator('.cell-reference'), typed).toHaveText([reference])
  }
  await panel.goto(`/admin/collections/reservations?search=${foreign.reference}`)
  await expect(panel.locator('.collection-list')).toContainText('Aucun')
  await expect(panel.locator('.cell-reference')).toHaveCount(0)
})
