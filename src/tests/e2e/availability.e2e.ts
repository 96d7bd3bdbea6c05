import { rowsOf } from './support/database'
import { CONTACT, facts } from './support/facts'
import { book, fillContact, proceed, referenceOn, sendButton, toCheck } from './support/funnel'
import { somebody } from './support/people'
import { expect, test } from './support/test'

const MOMENT = '/reservation/creneau?bien=appartement-centre-ville&type=visite'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a month of days says how much is free; another day shows its own hours', async ({
    page,
  }) => {
    await page.goto(MOMENT)
    const days = page.locator('input[name=jour]')
    expect(await days.count()).toBeGreaterThan(10)
    const third = days.nth(2)
    const label = (await third.getAttribute('aria-label')) ?? ''
    expect(label).toMatch(/^(lundi|mardi|mercredi|jeudi|vendredi) .+ 20\d\d, \d+ créneaux libres$/)
    await third.check()
    await page.getByRole('button', { name: 'Voir les heures de ce jour' }).click()
    const [day = '', count = ''] = label.split(', ')
    await expect(page.getByRole('group', { name: `Heures libres le ${day}` })).toBeVisible()
    await expect(page.locator('input[name=debut]')).toHaveCount(Number.parseInt(count, 10))
  })

  test('a day pressed after the hours were shown is never booked at another day’s hour', async ({
    page,
  }) => {
    await page.goto(MOMENT)
    await page.locator('input[name=debut]').first().check()
    const other = page.locator('input[name=jour]').nth(3)
    const day = (await other.getAttribute('aria-label'))?.split(', ')[0] ?? ''
    await other.check()
    await proceed(page)
    await expect(page).toHaveURL(/\/reservation\/creneau.*jour=/)
    await expect(page.getByRole('group', { name: `Heures libres le ${day}` })).toBeVisible()
  })

  test('no hour chosen: the page says so and keeps the day', async ({ page }) => {
    await page.goto(MOMENT)
    await page.locator('input[name=jour]').nth(3).check()
    await proceed(page)
    await expect(page).toHaveURL(/\/reservation\/creneau.*jour=/)
    await proceed(page)
    await expect(page.locator('.errors')).toContainText('Choisissez un créneau.')
    await expect(page.locator('input[name=jour]').nth(3)).toBeChecked()
  })

  test('nights: an arrival, then the departures that are possible, with their nights', async ({
    page,
  }) => {
    await page.goto('/reservation/creneau?bien=chambre-mpita&type=sejour')
    await page.locator('input[name=debut]').nth(4).check()
    await proceed(page)
    const departures = page.locator('input[name=fin]')
    await expect(departures.first()).toHaveAttribute('aria-label', /, 1 nuit$/)
    await departures.first().check()
    await proceed(page)
    await expect(page).toHaveURL(/coordonnees/)
    await fillContact(page, somebody())
    await expect(page.locator('main')).toContainText('(1 nuit)')
  })
})

test('with JavaScript a finger on a day shows its hours', async ({ page }) => {
  await page.goto(MOMENT)
  const other = page.locator('input[name=jour]').nth(4)
  const day = (await other.getAttribute('aria-label'))?.split(', ')[0] ?? ''
  await other.click()
  await expect(page.getByRole('group', { name: `Heures libres le ${day}` })).toBeVisible()
})

test('with JavaScript a finger on the day of arrival shows the departures', async ({ page }) => {
  await page.goto('/reservation/creneau?bien=chambre-mpita&type=sejour')
  const arrival = page.locator('input[name=debut]').nth(3)
  const day = (await arrival.getAttribute('aria-label'))?.split(', ')[0] ?? ''
  await arrival.click()
  const departures = page.getByRole('group', { name: `Départ, pour une arrivée le ${day}` })
  await expect(departures).toBeVisible()
  await expect(page.getByRole('main').getByRole('alert')).toBeHidden()
})

test.describe('a visitor in another time zone', () => {
  test.use({ timezoneId: 'America/Montreal' })

  test('is told the time of the place', async ({ page }) => {
    await page.goto(MOMENT)
    await expect(page.locator('.place-time')).toContainText(
      'Les heures de ce site sont celles de Brazzaville',
    )
    await expect(page.locator('.place-time')).toHaveText(/Il y est \p{L}+ \d{1,2}\sh\s\d\d ;/u)
  })
})

test('a visitor of the place is told nothing about time zones', async ({ page }) => {
  await page.goto(MOMENT)
  await expect(page.locator('.place-time')).toBeHidden()
})

test('a moment taken meanwhile: three free ones, checked again when pressed', async ({
  browser,
  page,
}) => {
  await toCheck(page, 'appartement-centre-ville')
  const quicker = await browser.newContext({ baseURL: new URL(page.url()).origin })
  await book(await quicker.newPage(), 'appartement-centre-ville')
  await quicker.close()
  await sendButton(page).click()
  await expect(page.locator('.errors')).toContainText('Ce moment n’est pas libre')
  const choices = page.locator('.errors').getByRole('link')
  await expect(choices).toHaveCount(3)
  await choices.first().click()
  await expect(page).toHaveURL(/verification/)
  await sendButton(page).click()
  await expect(page).toHaveURL(/confirmation/)
})

test('a moment that was taken can be asked for again once it is free', async ({
  browser,
  page,
}) => {
  await toCheck(page, 'appartement-centre-ville')
  const check = new URL(page.url())
  const quicker = await browser.newContext({ baseURL: check.origin })
  const other = await quicker.newPage()
  const reference = await book(other, 'appartement-centre-ville')
  await sendButton(page).click()
  await expect(page.locator('.errors')).toContainText('Ce moment n’est pas libre')

  await other.goto(`/espace/${reference}/annuler`)
  await other.getByRole('button', { name: 'Oui, annuler ma demande' }).click()
  await expect(other.locator('main')).toContainText('annulée')
  await quicker.close()
  // The funnel's answers are its address: the same moment, under the key that goes on from here.
  check.searchParams.set('cle', new URL(page.url()).searchParams.get('cle') ?? '')
  await page.goto(check.toString())
  await sendButton(page).click()
  await expect(page).toHaveURL(/confirmation/)
})

test('a refused request offers free possibilities, filled in; one press and a check send a new one', async ({
  page,
  playwright,
  baseURL,
}) => {
  const refused = await book(page, 'duplex-moungali')
  const staff = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { Origin: new URL(baseURL ?? '').origin },
  })
  const login = { email: CONTACT, password: facts.password }
  expect((await staff.post('/api/users/login', { data: login })).status()).toBe(200)
  const [row] = await rowsOf<{ id: number }>('select id from reservations where reference = $1', [
    refused,
  ])
  const decision = { status: 'annulee', statusNote: 'Le bien est déjà loué.' }
  const answer = await staff.patch(`/api/reservations/${row?.id}`, { data: decision })
  expect(answer.status()).toBe(200)
  await staff.dispose()

  await page.goto(`/espace/${refused}`)
  await expect(page.locator('main')).toContainText('D’autres possibilités, libres maintenant')
  const choices = page.locator('.rescue button')
  await expect(choices).toHaveCount(3)
  await choices.first().click()
  await expect(page).toHaveURL(/\/reservation\/verification/)
  await expect(page.locator('main')).toContainText('Awa Mabiala')
  await sendButton(page).click()
  await expect(page).toHaveURL(/confirmation/)
  expect(await referenceOn(page)).not.toBe(refused)
})

test('a possibility that went meanwhile leads to others, or to one’s own request', async ({
  page,
  context,
}) => {
  await toCheck(page, 'duplex-moungali')
  const address = new URL(page.url())
  await sendButton(page).click()
  await expect(page).toHaveURL(/confirmation/)
  const reference = await referenceOn(page)
  address.searchParams.set('choix', '1')
  await page.goto(address.toString())
  await expect(page.locator('.errors')).toContainText('Vous avez déjà demandé ce moment')
  await expect(page.locator('.errors').getByRole('link')).toHaveAttribute(
    'href',
    `/espace/${reference}`,
  )
  await context.clearCookies()
  await page.goto(address.toString())
  await expect(page).toHaveURL(/\/reservation\/creneau.*pris=1/)
  await expect(page.locator('.errors').getByRole('link')).toHaveCount(3)
})
