import { expect, type Page } from '@playwright/test'
import { dictionaryOf } from '@/i18n/dictionary'
import { somebody, type Person } from './people'

/** The client's steps, as a person takes them. */

export const REFERENCE = /RSV-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/

/** The words of the page's own language: a person presses what is written there. */
export const wordsOf = (page: Page) =>
  dictionaryOf(new URL(page.url()).pathname.startsWith('/en') ? 'en' : 'fr')

export const proceed = (page: Page) =>
  page.getByRole('button', { name: wordsOf(page).funnel.next, exact: true }).click()

export const sendButton = (page: Page) =>
  page.getByRole('button', { name: wordsOf(page).funnel.check.send })

type Walk = {
  /** Another server than the usual one. */
  house?: string
  /** `/en` for English. */
  prefix?: string
  note?: string
  onEveryPage?: () => Promise<void>
}

/** From the property to the page that asks for contact details, with the first free slot. */
export async function chooseSlot(page: Page, property: string, options: Walk = {}): Promise<void> {
  const { house = '', prefix = '', onEveryPage } = options
  await page.goto(`${house}${prefix}/reservation?bien=${property}`)
  await onEveryPage?.()
  await page.getByRole('radio', { name: wordsOf(page).kinds.visite.label }).check()
  await proceed(page)
  const later = page.locator('#debut a')
  if (await later.isVisible()) await later.click()
  await onEveryPage?.()
  await page.locator('input[name=debut]').first().check()
  await proceed(page)
  await expect(page).toHaveURL(/\/reservation\/coordonnees/)
}

/** Types what the contact step asks for, and stays on it. */
export async function typeContact(page: Page, person: Person, note = ''): Promise<void> {
  await page.locator('[name=name]').fill(person.name)
  await page.locator('[name=phone]').fill(person.phone)
  await page.locator('[name=email]').fill(person.email)
  await page.locator('[name=note]').fill(note)
  await page.locator('[name=consent]').check()
}

export async function fillContact(page: Page, person: Person, note = ''): Promise<void> {
  await typeContact(page, person, note)
  await proceed(page)
  await expect(page).toHaveURL(/\/reservation\/verification/)
}

/** From the property to the page on which everything is checked once more. */
export async function toCheck(page: Page, property: string, walk: Walk = {}): Promise<void> {
  await chooseSlot(page, property, walk)
  await fillContact(page, somebody(), walk.note)
}

/** The whole walk of the client. @returns the reference on the confirmation page */
export async function book(
  page: Page,
  property: string,
  person: Person = somebody(),
  walk: Walk = {},
): Promise<string> {
  await chooseSlot(page, property, walk)
  await walk.onEveryPage?.()
  await fillContact(page, person, walk.note)
  await walk.onEveryPage?.()
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/reservation\/confirmation\//)
  return referenceOn(page)
}

export async function referenceOn(page: Page): Promise<string> {
  const reference = REFERENCE.exec(await page.locator('.reference').innerText())?.[0]
  if (!reference) throw new Error('no reference on the page')
  return reference
}
