import type { Page } from '@playwright/test'
import { violationsOf } from './support/axe'
import { rowsOf } from './support/database'
import { CONTACT, EDITOR, facts, OTHER_OWNER, OWNER } from './support/facts'
import { book } from './support/funnel'
import { mailTo } from './support/inbox'
import { decide, listIsReady, openList, openReservation } from './support/panel'
import { somebody } from './support/people'
import { expect, test } from './support/test'

/** The panel as each role meets it. Every page that complains to the console fails its test. */

const MINE = 'maison-bacongo' // of OTHER_OWNER

/** As the panel's own script asks: without an origin, Payload does not look at the cookie. */
const OURS = { headers: { Origin: facts.baseUrl } }

const LISTS = {
  [CONTACT]: [
    'reservations',
    'messages',
    'clients',
    'properties',
    'media',
    'message-templates',
    'users',
  ],
  [OWNER]: ['reservations', 'messages', 'properties'],
  [EDITOR]: ['properties', 'media', 'message-templates'],
}

const ENGLISH =
  /\b(save|delete|cancel|create new|search|loading|edit|columns|filters?|of|per page|status|property|unknown|untitled|and|the)\b/i
/** `general:save`, `error.missing`, `en_attente`: words for programs. */
const RAW =
  /\b[a-z][a-zA-Z]+:[a-z]\w+|\b(en_attente|confirmee|annulee|a_envoyer|proprietaire|editeur)\b/

/** What people wrote may be English: a template's text, a client's long sentences, addresses. */
async function expectFrench(page: Page): Promise<void> {
  await page.addStyleTag({ content: '[contenteditable] { display: none !important }' })
  const lines = (await page.locator('body').innerText()).split('\n').map((line) => line.trim())
  const wrong = lines.filter(
    (line) => !line.includes('@') && ((line.length < 60 && ENGLISH.test(line)) || RAW.test(line)),
  )
  expect(wrong, `English or raw words at ${page.url()}`).toEqual([])
}

const rows = (page: Page) => page.locator('.collection-list table tbody tr')

test('an owner reads the reservations of their own properties, the most urgent on top', async ({
  page,
  staff,
}) => {
  const reference = await book(page, MINE)
  const panel = await staff(OTHER_OWNER)
  await panel.goto('/admin/collections/reservations?limit=100')
  await expect(rows(panel).first()).toBeVisible()
  const shown = await rows(panel).locator('.cell-reference').allInnerTexts()

  const mine = await rowsOf<{ reference: string }>(
    `select r.reference from reservations r
     join properties_rels p on p.parent_id = r.property_id and p.path = 'owners'
     join users u on u.id = p.users_id
     where u.email = $1 order by r.awaiting_until asc nulls last, r.starts_at desc`,
    [OTHER_OWNER],
  )
  expect(shown).toContain(reference)
  expect(shown).toEqual(mine.map((row) => row.reference))
})

test('a confirmed reservation is cancelled with a note, and the client is told', async ({
  page,
  staff,
}) => {
  const client = somebody()
  const reference = await book(page, MINE, client)
  const panel = await staff(OTHER_OWNER)
  await openReservation(panel, reference)
  await decide(panel, 'Confirmer')
  await expect(panel.getByRole('button', { name: 'Annuler la réservation' })).toBeVisible()
  await decide(panel, 'Annuler la réservation', 'Le toit fuit depuis cette nuit.')
  await expect(panel.locator('.scim-tags').getByText('Annulée')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Confirmer' })).toBeHidden()

  const mail = await mailTo(client.email, /est annulée/)
  expect(mail.text).toContain('Le toit fuit depuis cette nuit.')
  await page.goto(`/espace/${reference}`)
  await expect(page.locator('.timeline li')).toHaveCount(3)
})

test.describe('two decisions', () => {
  test.use({ forgiven: [/status of 409/] })

  test('the second reads who decided and when', async ({ page, staff }) => {
    const reference = await book(page, MINE)
    const [owner, admin] = [await staff(OTHER_OWNER), await staff(CONTACT)]
    await openReservation(owner, reference)
    await openReservation(admin, reference)
    await decide(owner, 'Refuser')
    await expect(owner.locator('.scim-tags').getByText('Annulée')).toBeVisible()
    await decide(admin, 'Confirmer')
    await expect(
      admin.getByText(/déjà annulée par Clarisse Ngouabi à \d{1,2} h \d\d/).first(),
    ).toBeVisible()
    await admin.getByRole('dialog').getByRole('button', { name: 'Revenir' }).click()
    await expect(admin.locator('.scim-tags').getByText('Annulée')).toBeVisible()
  })
})

test('an owner cannot open or decide somebody else’s reservation', async ({ page, staff }) => {
  const reference = await book(page, MINE)
  const [row] = await rowsOf<{ id: number }>('select id from reservations where reference = $1', [
    reference,
  ])
  const panel = await staff(OWNER)
  const api = `/api/reservations/${row?.id}`
  expect((await panel.request.get(api, OURS)).status()).toBe(404)
  const answer = await panel.request.patch(api, {
    data: { status: 'confirmee' },
    ...OURS,
  })
  expect([403, 404]).toContain(answer.status())
  const [after] = await rowsOf<{ status: string }>(
    'select status from reservations where reference = $1',
    [reference],
  )
  expect(after?.status).toBe('en_attente')
})

test('an editor works on templates and properties, and sees no client', async ({ staff }) => {
  const panel = await staff(EDITOR)
  await panel.goto('/admin')
  const menu = panel.getByRole('navigation').first()
  await expect(menu.getByRole('link', { name: 'Biens' })).toBeAttached()
  for (const hidden of ['reservations', 'messages', 'clients', 'status-history', 'users'])
    await expect(menu.locator(`a[href="/admin/collections/${hidden}"]`)).toHaveCount(0)
  expect((await panel.request.get('/api/message-templates', OURS)).status()).toBe(200)
  for (const closed of ['reservations', 'messages', 'clients', 'status-history']) {
    const answer = await panel.request.get(`/api/${closed}`, OURS)
    const body = (await answer.json()) as { docs?: unknown[] } // as: Payload's list, or an error.
    expect(answer.status() === 403 || body.docs?.length === 0).toBe(true)
  }
  for (const open of ['message-templates', 'properties']) {
    await openList(panel, open)
    await rows(panel).first().getByRole('link').first().click()
    await expect(panel.locator('form.collection-edit__form, .document-fields')).not.toHaveCount(0)
    // The people of the demo data; the samples of a preview are nobody.
    const clients = /Rosine Tsiba|Serge Bouanga|Grâce Loufoua|Nadège Mouyabi/
    expect(await panel.locator('body').innerText()).not.toMatch(clients)
  }
})

for (const [email, lists] of Object.entries(LISTS))
  test(`${email} works in French on every page, lists and documents`, async ({ staff }) => {
    const panel = await staff(email)
    await panel.goto('/admin')
    await expect(panel.getByRole('navigation').first()).toBeAttached()
    await expectFrench(panel)
    for (const list of lists) {
      await openList(panel, list)
      await expect(rows(panel).first()).toBeVisible()
      await expectFrench(panel)
      await rows(panel).first().getByRole('link').first().click()
      await expect(panel).toHaveURL(new RegExp(`/admin/collections/${list}/\\w+`))
      await expect(panel.locator('.doc-header, .document-fields').first()).toBeVisible()
      await expectFrench(panel)
    }
  })

for (const screen of ['/sante', '/rapports', '/appel', '/calendrier?vue=semaine', '/imports'])
  test(`who is not logged in any more comes back to ${screen} after the login`, async ({
    page,
  }) => {
    await page.goto(`/admin${screen}`)
    await expect(page).toHaveURL(/\/admin\/login\?/)
    expect(new URL(page.url()).searchParams.get('redirect')).toBe(`/admin${screen}`)
    await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeVisible()
  })

test('a list writes telephone numbers as people read them, and its heads can be read', async ({
  staff,
}) => {
  const panel = await staff(CONTACT)
  await panel.goto('/admin/collections/clients')
  await expect(rows(panel).locator('.cell-phone').first()).toHaveText(/^\+\d+( \d+)+$/)
  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme })
    await panel.goto('/admin/collections/clients')
    await expect(rows(panel).first()).toBeVisible()
    expect(await violationsOf(panel, ['color-contrast'])).toEqual([])
    await expect(panel.getByRole('button', { name: 'Trier par Téléphone Croissant' })).toBeVisible()
  }
})

test('on a phone the menu is one column, each line as high as a finger', async ({ staff }) => {
  const panel = await staff(CONTACT)
  await panel.setViewportSize({ width: 390, height: 844 })
  await openList(panel, 'messages')
  await panel.locator('.app-header__mobile-nav-toggler').click()
  const links = panel.locator('.nav__link:visible')
  await expect(links.first()).toBeVisible()
  const boxes = await links.evaluateAll((all) =>
    all.map((link) => link.getBoundingClientRect()).map(({ top, height }) => ({ top, height })),
  )
  expect(boxes.length).toBeGreaterThan(10)
  expect(new Set(boxes.map(({ top }) => Math.round(top))).size).toBe(boxes.length)
  expect(Math.min(...boxes.map(({ height }) => height))).toBeGreaterThanOrEqual(44)
})

test('a page stays where it is as it comes to life', async ({ staff }) => {
  const panel = await staff(CONTACT)
  for (const width of [1280, 1600]) {
    await panel.setViewportSize({ width, height: 900 })
    await panel.goto('/admin/collections/messages')
    await listIsReady(panel)
    // It has been alive long enough for a person to open the menu.
    await expect(panel.locator('.template-default--nav-animate')).toBeAttached()
    expect(await movesOf(panel, '.template-default__wrap'), `at ${width} px`).toEqual([])
  }
})

/** Where an element was moved from and to since the page was opened, without anybody's doing. */
const movesOf = (page: Page, selector: string) =>
  page.evaluate(async (sought) => {
    const seen = new Promise<PerformanceEntryList>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({
        type: 'layout-shift',
        buffered: true,
      })
      setTimeout(() => resolve([]), 1_000)
    })
    // as: TypeScript does not know this entry yet.
    const shifts = (await seen) as unknown as {
      sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[]
    }[]
    return shifts
      .flatMap(({ sources }) => sources)
      .filter(({ node }) => node?.matches?.(sought))
      .map(({ previousRect, currentRect }) => `${previousRect.x} > ${currentRect.x}`)
  }, selector)
