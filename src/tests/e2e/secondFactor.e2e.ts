import type { Page } from '@playwright/test'
import { shown } from '@/tests/support/telephone'
import { waitUntil } from '@/tests/support/waitUntil'
import { violationsOf, WCAG } from './support/axe'
import { CONTACT, facts } from './support/facts'
import { anAddress } from './support/people'
import { expect, test } from './support/test'

/** A colleague turns the two-step login on, leaves, and enters again; then loses the telephone. */

// A login without its code is refused on purpose; the panel's way out may ask twice, the second time
// with nobody left to log out.
test.use({ forgiven: [/status of 401|status of 400.*users\/logout/], javaScriptEnabled: true })

const PASSWORD = 'manguiers-du-plateau'

async function logIn(page: Page, email: string): Promise<void> {
  await page.goto('/admin/login')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

async function logOut(page: Page): Promise<void> {
  await page.goto('/admin/logout')
  await page.waitForURL(/\/admin\/login/)
}

async function inside(page: Page): Promise<void> {
  await page.waitForURL(/\/admin$/)
  await expect(page.locator('.dashboard')).toBeVisible()
}

test('a colleague turns it on, enters with a code, and with one on paper', async ({
  page,
  staff,
}) => {
  const admin = await staff(CONTACT)
  const email = `deux.etapes.${anAddress()}@scim.example`
  const data = { name: 'Clarisse Ngouabi', email, password: PASSWORD, role: 'proprietaire' }
  const made = await admin.request.post('/api/users', {
    headers: { Origin: facts.baseUrl },
    data,
  })
  expect(made.status()).toBe(201)
  const { doc } = (await made.json()) as { doc: { id: number } } // as: Payload's answer.

  let secret = ''
  let codes: string[] = []
  await test.step('the account shows a QR code, and asks for one code', async () => {
    await logIn(page, email)
    await inside(page)
    await page.goto('/admin/account')
    await page.getByRole('button', { name: 'Activer' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Votre mot de passe').fill('celui d’un autre')
    await dialog.getByRole('button', { name: 'Continuer' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Ce n’est pas votre mot de passe')
    expect(await violationsOf(page, WCAG, '.scim-dialog')).toEqual([])
    await dialog.getByLabel('Votre mot de passe').fill(PASSWORD)
    await dialog.getByRole('button', { name: 'Continuer' }).click()
    await expect(dialog.getByRole('img', { name: /code QR/ })).toBeVisible()
    secret = (await dialog.locator('code').innerText()).replaceAll(' ', '')
    expect(await violationsOf(page, WCAG, '.scim-dialog')).toEqual([])
    await dialog.getByRole('textbox', { name: 'Code' }).fill('000000')
    await dialog.getByRole('button', { name: 'Activer' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Ce code n’est pas bon')
    // The one before stays good for this, and leaves the present one for the login.
    await waitUntil('time is left', () => Date.now() % 30_000 < 15_000)
    await dialog.getByRole('textbox', { name: 'Code' }).fill(shown(secret, -1))
    await dialog.getByRole('button', { name: 'Activer' }).click()
  })

  await test.step('ten recovery codes are shown, once', async () => {
    const dialog = page.getByRole('dialog', { name: 'Vos codes de secours' })
    await expect(dialog.getByRole('listitem')).toHaveCount(10)
    codes = await dialog.locator('code').allInnerTexts()
    await dialog.getByRole('button', { name: 'Je les ai gardés' }).click()
    await expect(page.getByText('Il reste 10 codes de secours.')).toBeVisible()
    await expect(page.getByText(codes[0] ?? '')).toHaveCount(0)
  })

  await test.step('the password alone leads to the second step, a code to the panel', async () => {
    await logOut(page)
    await logIn(page, email)
    await expect(page.getByRole('heading', { name: 'Deuxième étape' })).toBeVisible()
    expect(await violationsOf(page, WCAG, '.scim-login')).toEqual([])
    await page.getByRole('textbox', { name: 'Code' }).fill(shown(secret))
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await inside(page)
  })

  await test.step('without the telephone, a code on paper', async () => {
    await logOut(page)
    await logIn(page, email)
    await page.getByRole('button', { name: 'Utiliser un code de secours' }).click()
    await page.getByRole('textbox', { name: 'Code' }).fill(codes[0] ?? '')
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await inside(page)
  })

  await test.step('an administrator removes it, and the password is enough', async () => {
    await admin.goto(`/admin/collections/users/${doc.id}`)
    await admin.getByRole('button', { name: 'Retirer' }).click()
    await admin.getByRole('dialog').getByLabel('Votre mot de passe').fill(facts.password)
    await admin.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
    await expect(admin.getByText('Cette personne ne l’a pas activée.')).toBeVisible()
    await page.goto('/admin')
    await logIn(page, email)
    await inside(page)
  })
})
