import type { Page } from '@playwright/test'
import { CONTACT, facts } from './support/facts'
import { anAddress } from './support/people'
import { expect, test } from './support/test'
import { watch } from './support/watch'

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
