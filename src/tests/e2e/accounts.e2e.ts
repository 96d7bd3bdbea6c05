import { CONTACT, facts } from './support/facts'
import { expect, test } from './support/test'

/** Accounts in the panel: what a browser left open may not do. */

// A wrong password is typed on purpose.
test.use({ forgiven: [/status of 401/] })

test('who names an administrator says who they are; a refusal keeps what was typed', async ({
  staff,
}) => {
  const page = await staff(CONTACT)
  const proof = page.getByLabel(/nommer un administrateur : votre mot de passe/)
  const save = () => page.getByRole('button', { name: 'Sauvegarder' }).click()
  await page.goto('/admin/collections/users/create')
  await page.locator('#field-email').fill('seconde.administratrice@scim.example')
  await page.locator('#field-name').fill('Prisca Loemba')
  for (const field of ['password', 'confirm-password'])
    await page.locator(`#field-${field}`).fill('manguiers-du-plateau')
  await expect(proof).toHaveCount(0)
  await page.locator('#field-role .rs__control').click()
  await page.locator('.rs__option', { hasText: 'Administrateur' }).click()
  await proof.fill('un-autre')
  await save()
  await expect(
    page.getByText('Ce n’est pas votre mot de passe : rien n’a été changé.'),
  ).toBeVisible()
  await expect(page.locator('#field-password')).toHaveValue('manguiers-du-plateau')
  await proof.fill(facts.password)
  await save()
  await expect(page).toHaveURL(/\/admin\/collections\/users\/\d+/)
  await expect(page.locator('#field-role')).toContainText('Administrateur')
  await expect(proof).toHaveCount(0)
})
