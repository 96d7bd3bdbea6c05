import type { Page } from '@playwright/test'
import { overflowOf, violationsOf } from './support/axe'
import { rowsOf } from './support/database'
import { CONTACT, facts } from './support/facts'
import { book, chooseSlot } from './support/funnel'
import { openList } from './support/panel'
import { somebody } from './support/people'
import { expect, test } from './support/test'

/** The house of another agency, made by its settings alone. It is given back as it was. */

const house = facts.whatsappUrl
const KIVU = {
  name: 'Kivu Habitat',
  shortName: 'Kivu',
  color: '#7a1f3d',
  mark: 'initiales',
  languages: ['fr', 'en'],
  defaultLanguage: 'fr',
  cities: ['Goma', 'Bukavu'],
  currency: 'USD',
  aboutFr: 'Au bord du lac.',
  aboutEn: 'By the lake.',
}

/** Settings are read anew for every page: what the table says, the pages say. */
test.afterAll(async () => {
  const sql = (text: string) => rowsOf(text, [], facts.whatsappDatabaseUrl)
  await sql(`update settings set agency_name = 'SCIM Immobilier', agency_short_name = 'SCIM',
    agency_color = '#0b5d5b', agency_mark = 'maison', agency_default_language = 'fr',
    agency_currency = 'XAF'`)
  await sql('delete from settings_agency_languages')
})

async function set(page: Page, agency: object): Promise<void> {
  const answer = await page.request.post(`${house}/api/globals/settings`, {
    data: { agency },
    headers: { Origin: house },
  })
  expect(answer.status()).toBe(200)
}

/** All that a person meets of a page, its head and hidden labels included. */
const wordsOn = (page: Page) =>
  page.evaluate(() =>
    [
      document.title,
      document.body.innerText,
      ...[...document.querySelectorAll('[aria-label],[alt],[title],[placeholder]')].flatMap((one) =>
        ['aria-label', 'alt', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''),
      ),
      ...[...document.querySelectorAll('meta[content]')].map(
        (one) => one.getAttribute('content') ?? '',
      ),
      ...[...document.querySelectorAll('script[type="application/ld+json"]')].map(
        (one) => one.textContent,
      ),
    ].join('\n'),
  )

/** Names of settings, the database and people of the tests are not the agency's. */
const visible = (text: string) =>
  text.replace(/[\w.+-]*@scim\.example|\bX?-?SCIM[_-]\w+|--scim-[\w-]+|postgres:\S+/g, '')

async function expectKivu(page: Page): Promise<void> {
  const words = visible(await wordsOn(page))
  expect.soft(words, page.url()).toContain('Kivu Habitat')
  expect.soft(words, page.url()).not.toMatch(/scim|\d\sFCFA|FCFA\s\d|\bXAF\b/i)
}

test('an agency of another name, colour and drawing', async ({ page, staff }) => {
  const panel = await staff(CONTACT, house)
  await set(panel, KIVU)
  // The demo's own texts about its properties are data, not the house's words.
  await rowsOf(
    `update properties set description = replace(description, 'SCIM', 'l’agence')`,
    [],
    facts.whatsappDatabaseUrl,
  )
  const reference = await book(page, 'villa-mpila', somebody(), { house })
  await expectKivu(page)
  for (const path of [
    '/',
    '/en',
    '/biens/villa-mpila',
    '/suivi',
    '/espace',
    `/espace/${reference}`,
    `/en/espace/${reference}/annuler`,
    '/espace/lien',
    '/hors-ligne',
    '/en/hors-ligne',
    '/reservation?bien=villa-mpila',
  ]) {
    await page.goto(`${house}${path}`)
    await expectKivu(page)
  }
  for (const [path, price] of [
    ['/', '950 000 $US par mois'],
    ['/en', '$950,000 per month'],
    ['/biens/villa-mpila', '950 000 $US par mois'],
    ['/en/biens/villa-mpila', '$950,000 per month'],
  ] as const) {
    await page.goto(`${house}${path}`)
    await expect(page.locator('.price').filter({ hasText: price })).toBeVisible()
  }
  await chooseSlot(page, 'villa-mpila', { house })
  await expectKivu(page)
  await page.goto(house)
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      expect.soft(await overflowOf(page), `${scheme}, ${width} px`).toBe(0)
      expect.soft(await violationsOf(page), `${scheme}, ${width} px`).toEqual([])
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  for (const coloured of [page.locator('header.top'), page.getByRole('button')])
    await expect(coloured).toHaveCSS('background-color', 'rgb(122, 31, 61)')
})

test('its panel bears its name and its mark', async ({ page, staff }) => {
  const panel = await staff(CONTACT, house)
  await set(panel, KIVU)
  await page.goto(`${house}/admin/login`)
  await expect(page).toHaveTitle(/Kivu Habitat/)
  await expectKivu(page)
  for (const path of [
    '',
    '/imports',
    '/calendrier',
    '/appel',
    '/rapports',
    '/globals/settings',
    '/sante',
  ]) {
    await panel.goto(`${house}/admin${path}`)
    await expect(panel).toHaveTitle(/Kivu Habitat/)
    expect.soft(visible(await wordsOn(panel)), path).not.toMatch(/scim/i)
  }
  await panel.goto(`${house}/admin/imports`)
  await expect(panel.getByText('Les prix sont des nombres entiers, en $US.')).toBeVisible()
  await openList(panel, 'properties?search=Mpila')
  await expect(panel.getByRole('columnheader', { name: 'Prix ($US)' })).toBeVisible()
  await expect(panel.getByRole('cell', { name: '950 000 $US' }).first()).toBeVisible()
  await panel.getByRole('link', { name: 'Villa' }).first().click()
  await expect(panel.getByLabel('Prix ($US)')).toHaveValue('950000')
})

test('a house of one language shows every page in it and offers no other', async ({
  page,
  staff,
}) => {
  const panel = await staff(CONTACT, house)
  await set(panel, { ...KIVU, languages: ['en'], defaultLanguage: 'en' })
  await page.goto(`${house}/biens/villa-mpila?x=1`)
  await expect(page).toHaveURL(`${house}/en/biens/villa-mpila?x=1`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('.other-language')).toHaveCount(0)
  await expect(page.locator('link[hreflang=fr]')).toHaveCount(0)
  await page.goto(house)
  await expect(page).toHaveURL(`${house}/en`)
  await set(panel, { ...KIVU, languages: ['fr'], defaultLanguage: 'fr' })
  await page.goto(`${house}/en/suivi`)
  await expect(page).toHaveURL(`${house}/suivi`)
  expect(await (await page.request.get(`${house}/sitemap.xml`)).text()).not.toContain('/en/')
})
