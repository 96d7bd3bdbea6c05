import { overflowOf } from './support/axe'
import { rowsOf } from './support/database'
import { CONTACT, OTHER_OWNER, OWNER } from './support/facts'
import { mailTo } from './support/inbox'
import { decide, openReservation } from './support/panel'
import { requested } from './support/request'
import { expect, test } from './support/test'
import { MINE, THEIRS, tags, decisionLink } from './support/desk'

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
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('C’est fait')
    await expect(page.getByRole('status')).toHaveText(
      'La réservation est confirmée. Le client en est informé.',
    )
    expect(await statusOf(client.reference)).toBe('confirmee')
    const mail = await mailTo(client.email, /est confirmée/)
    expect(mail.text).toContain('Je vous attends au portail.')

    await page.goto(link)
    await expect(page.getByRole('main')).toContainText(/déjà confirmée par Jean-Bosco Makosso/)
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
    await expect(page.getByRole('status')).toHaveText('Votre réponse n’a rien changé.')
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

test('tabs of the panel are told apart: each bears the name of its record', async ({ staff }) => {
  const [one, other, foreign] = [
    await requested(MINE),
    await requested(MINE),
    await requested(THEIRS),
  ]
  const panel = await staff(OWNER)
  // By a link of the list, and by an address.
  await openReservation(panel, one.reference)
  await expect(panel).toHaveTitle(new RegExp(`^${one.reference} · `))
  await panel.goto(await panelAddress(other.reference))
  await expect(panel).toHaveTitle(new RegExp(`^${other.reference} · `))
  // What its reader may not open keeps its name to itself.
  await panel.goto(await panelAddress(foreign.reference))
  await expect(panel).toHaveTitle(/ · /)
  await expect(panel).not.toHaveTitle(new RegExp(foreign.reference))
})

async function panelAddress(reference: string): Promise<string> {
  const [row] = await rowsOf<{ id: number }>('select id from reservations where reference = $1', [
    reference,
  ])
  if (!row) throw new Error('no such reservation')
  return `/admin/collections/reservations/${row.id}`
}
