import type { Page } from '@playwright/test'
import { rowsOf } from './support/database'
import { CONTACT, facts, OWNER } from './support/facts'
import { book } from './support/funnel'
import { mailTo } from './support/inbox'
import { anAddress, somebody } from './support/people'
import { expect, test } from './support/test'

/** What strangers may try at the doors. A page that complains to the console fails its test. */

const PORTAL = ['/', '/en', '/reservation', '/suivi', '/espace', '/espace/lien', '/espace/lien/x']
const PANEL = [
  '/admin',
  '/admin/collections/reservations',
  '/admin/collections/properties/1',
  '/admin/collections/message-templates/1',
  '/admin/collections/messages',
  '/admin/collections/clients',
  '/admin/collections/media/create',
  '/admin/globals/settings',
  '/admin/account',
]

/** Hears what the browser refuses by the page's policy, and every dialog. */
async function watch(page: Page): Promise<string[]> {
  const heard: string[] = []
  await page.exposeFunction('hear', (text: string) => heard.push(text))
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      // as: exposeFunction above put it there.
      (window as unknown as { hear(text: string): void }).hear(
        `${location.pathname} ${event.effectiveDirective} ${event.blockedURI}`,
      ),
    ),
  )
  page.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return heard
}

test('no page of the client site or the panel asks for what its policy refuses', async ({
  page,
  staff,
}) => {
  const panel = await staff(CONTACT)
  const heard = [await watch(page), await watch(panel)]
  for (const path of PORTAL) await page.goto(path, { waitUntil: 'networkidle' })
  for (const path of PANEL) await panel.goto(path, { waitUntil: 'networkidle' })
  expect(heard.flat()).toEqual([])
})

test.describe('a script that found its way into a page', () => {
  test.use({ forgiven: [/Content Security Policy/] })

  for (const path of ['/', '/espace', '/admin'])
    test(`does not run on ${path}`, async ({ page, staff }) => {
      const visited = path === '/admin' ? await staff(CONTACT) : page
      const heard = await watch(visited)
      await visited.goto(path)
      await visited.evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'window.hacked = true'
        document.body.append(script)
        const picture = document.createElement('img')
        picture.setAttribute('onerror', 'window.hacked = true')
        picture.src = 'data:,'
        document.body.append(picture)
      })
      await expect.poll(() => heard.length).toBeGreaterThanOrEqual(2)
      expect(await visited.evaluate(() => 'hacked' in window)).toBe(false)
    })
})

test('an address where nothing stands is told in the house’s own page', async ({ page }) => {
  const heard = await watch(page)
  const answer = await page.request.get('/une-adresse-inconnue')
  expect(answer.status()).toBe(404)
  expect(await answer.text()).toContain('Page introuvable')
  expect(heard).toEqual([])
})

const headersOf = async (page: Page, path: string) => (await page.request.get(path)).headers()

test('private pages and private data are kept by nobody on the way', async ({ page }) => {
  for (const path of ['/espace', '/suivi', '/reservation', '/admin/login', '/api/users/me']) {
    const headers = await headersOf(page, path)
    expect([path, headers['cache-control']]).toEqual([path, 'no-store'])
    expect([path, headers['referrer-policy']]).toEqual([path, 'same-origin'])
    expect([path, headers['x-content-type-options']]).toEqual([path, 'nosniff'])
    expect([path, headers['cross-origin-opener-policy']]).toEqual([path, 'same-origin'])
  }
  const [nonce, next] = [await headersOf(page, '/'), await headersOf(page, '/')].map(
    (headers) => /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1],
  )
  expect(nonce).not.toBe(next)
})

const FOREIGN: Record<string, string>[] = [
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { 'Sec-Fetch-Site': 'cross-site' },
]

test('another site can write nothing here; a program that names no site can', async ({ page }) => {
  const paths = [
    '/api/reservations/request',
    '/api/users/login',
    '/suivi/recherche',
    '/espace/lien/envoi',
  ]
  for (const path of paths)
    for (const headers of FOREIGN) {
      const answer = await page.request.post(path, { headers, data: {} })
      expect([path, answer.status()]).toEqual([path, 403])
    }
  const answer = await fetch(`${facts.baseUrl}/api/reservations/request`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': anAddress() },
    body: '{}',
  })
  expect(answer.status).toBe(400)
})

const cookies = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

test('the link to all bookings: asked for, mailed, looked at, used once, forgotten', async ({
  page,
  browser,
}) => {
  const person = somebody()
  const first = await book(page, 'villa-mpila', person)
  const second = await book(page, 'maison-bacongo', person)

  const device = await browser.newContext({
    baseURL: facts.baseUrl,
    locale: 'fr-FR',
    extraHTTPHeaders: { 'X-Forwarded-For': anAddress() },
  })
  const other = await device.newPage()
  const heard = await watch(other)
  await other.goto('/espace')
  await other.getByRole('link', { name: 'Retrouver toutes mes demandes par e-mail' }).click()
  await other.getByLabel('E-mail').fill(person.email.toUpperCase())
  await other.getByRole('button', { name: 'Recevoir le lien' }).click()
  await expect(other.getByRole('heading', { name: 'Regardez votre messagerie' })).toBeVisible()

  const mail = await mailTo(person.email, /Votre lien vers vos réservations/)
  const link = /https?:\/\/\S+\/espace\/lien\/\S+/.exec(mail.text)?.[0] ?? ''
  expect(mail.html).toContain(link)
  // Mail programs look at links before people do.
  for (const method of ['HEAD', 'GET', 'GET'])
    expect((await other.request.fetch(link, { method })).status()).toBe(200)
  expect(await cookies(other)).toBe('')

  await other.goto(link)
  await other.getByRole('button', { name: 'Ouvrir mes demandes ici' }).click()
  await expect(other).toHaveURL(/\/espace$/)
  for (const reference of [first, second])
    await expect(other.getByRole('link', { name: reference })).toBeVisible()
  const kept = await cookies(other)
  expect(kept).not.toContain(first)
  expect(Buffer.from(kept.split('=')[1] ?? '', 'base64url').toString('latin1')).not.toContain('RSV')

  await other.goto(link)
  await other.getByRole('button', { name: 'Ouvrir mes demandes ici' }).click()
  await expect(other.getByText('Ce lien a déjà servi').first()).toBeVisible()

  await other.goto('/espace')
  await other.getByRole('button', { name: 'Oublier cet appareil' }).click()
  await expect(other.getByText('Aucune demande n’est ouverte')).toBeVisible()
  const again = await other.request.get(`/espace/${first}`, {
    headers: { Cookie: kept },
    maxRedirects: 0,
  })
  expect(again.status()).toBe(307)
  expect(heard).toEqual([])
  await device.close()
})

const PAYLOAD = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}\${7*7}<svg/onload=alert(3)>`

test('what people type is shown as text on every screen, in mails too', async ({ page, staff }) => {
  const panel = await staff(CONTACT)
  const heard = [await watch(page), await watch(panel)]
  const OURS = { Origin: facts.baseUrl }
  const made = await panel.request.post('/api/properties', {
    headers: OURS,
    data: {
      title: `Villa ${PAYLOAD}`,
      slug: `villa-${process.pid}`,
      status: 'publie',
      kinds: ['visite'],
      city: `Ville ${PAYLOAD}`,
      district: `Quartier ${PAYLOAD}`,
      description: `Texte ${PAYLOAD}`,
      address: `Rue ${PAYLOAD}`,
      slotMinutes: 30,
      visitHours: ['1', '2', '3', '4', '5', '6', '7'].map((day) => ({
        day,
        from: '08:00',
        to: '17:00',
      })),
    },
  })
  expect(made.status()).toBe(201)
  const { doc } = (await made.json()) as { doc: { id: number; slug: string } } // as: asked to exist above.
  const person = { ...somebody(), name: `Awa ${PAYLOAD}` }
  const reference = await book(page, doc.slug, person, {
    note: `Mot ${PAYLOAD}`,
    onEveryPage: async () => expect(await page.locator('img[src=x]').count()).toBe(0),
  })
  await page.goto(`/espace/${reference}`)
  await page.locator('textarea[name=text]').fill(`Message ${PAYLOAD}`)
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  for (const path of ['/', `/biens/${doc.slug}`, '/espace', `/espace/${reference}`]) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(await page.locator('img[src=x]').count()).toBe(0)
  }
  const [row] = await rowsOf<{ id: number; message: number; client: number }>(
    `select r.id, r.client_id as client, max(m.id) as message from reservations r
     join messages m on m.reservation_id = r.id where r.reference = $1 group by r.id`,
    [reference],
  )
  const decided = await panel.request.patch(`/api/reservations/${row?.id}`, {
    headers: OURS,
    data: { status: 'annulee', statusNote: `Note ${PAYLOAD}` },
  })
  expect(decided.status()).toBe(200)
  for (const path of [
    '/admin',
    '/admin/collections/reservations?limit=100',
    `/admin/collections/reservations/${row?.id}`,
    '/admin/collections/messages?limit=100',
    `/admin/collections/messages/${row?.message}`,
    '/admin/collections/clients?limit=100',
    `/admin/collections/clients/${row?.client}`,
    '/admin/collections/properties?limit=100',
    `/admin/collections/properties/${doc.id}`,
  ]) {
    await panel.goto(path, { waitUntil: 'networkidle' })
    expect(await panel.locator('img[src=x]').count()).toBe(0)
  }
  const mail = await mailTo(person.email, /annul/i)
  const reader = await page.context().newPage()
  await reader.setContent(mail.html)
  expect(await reader.locator('img[src=x], script, svg').count()).toBe(0)
  expect(heard.flat()).toEqual([])
})

test('a form sent as no person types is kept, and marked for whoever decides', async ({
  page,
  staff,
}) => {
  const person = somebody()
  await page
    .context()
    .addInitScript(() =>
      addEventListener('DOMContentLoaded', () =>
        document.querySelector('input[name=site]')?.setAttribute('value', 'http://spam.example'),
      ),
    )
  const reference = await book(page, 'villa-mpila', person)
  const [row] = await rowsOf<{ id: number; doubtful: boolean; status: string }>(
    'select id, doubtful, status from reservations where reference = $1',
    [reference],
  )
  expect(row).toMatchObject({ doubtful: true, status: 'en_attente' })
  const panel = await staff(OWNER)
  await panel.goto(`/admin/collections/reservations/${row?.id}`)
  await expect(panel.getByText('À vérifier')).toBeVisible()
})
