import { chooseSlot, fillContact, sendButton } from './support/funnel'
import { somebody } from './support/people'
import { requested } from './support/request'
import { expect, test } from './support/test'

/** The ways into the funnel, and out of where it cannot go on. */

const PROPERTY = 'appartement-centre-ville'

test('a property for stays alone has one way in, to its nights', async ({ page }) => {
  await page.goto('/biens/chambre-mpita')
  const ways = page.getByRole('main').getByRole('link')
  await expect(ways).toHaveText(['Choisir mes nuits'])
  await ways.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quelles nuits souhaitez-vous ?')
})

test('a number with three open requests leads to them, and back to the number', async ({
  page,
}) => {
  const person = somebody()
  for (const note of ['une', 'deux', 'trois']) await requested(PROPERTY, note, person)
  await chooseSlot(page, PROPERTY)
  await fillContact(page, person)
  await sendButton(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trop de demandes')
  await expect(page.getByRole('link', { name: 'Voir mes demandes' })).toHaveAttribute(
    'href',
    '/espace',
  )
  await page.getByRole('link', { name: 'Retour' }).click()
  await expect(page.locator('[name=phone]')).toHaveValue(person.phone)
})
