import type { Locator, Page } from '@playwright/test'
import { CONTACT, EDITOR } from './support/facts'
import { mailTo } from './support/inbox'
import { listIsReady } from './support/panel'
import { expect, test } from './support/test'

/** An editor's morning, and an administrator's look at settings and health. */

// A text is refused on purpose.
test.use({ forgiven: [/status of 400/] })

async function openTemplate(page: Page): Promise<Locator> {
  await page.goto('/admin/collections/message-templates')
  const row = page.locator('.scim-matrix tr', { hasText: 'Rappel de la veille' })
  await row.getByRole('link', { name: 'Texte français' }).click()
  const preview = page.getByRole('region', { name: 'Aperçu' })
  await expect(preview.getByText('Ce texte peut être publié.')).toBeVisible()
  return preview
}

const bodyText = (page: Page) => page.locator('.rich-text-lexical [contenteditable="true"]').nth(1)

/**
 * Puts the caret at the very end of the message. The editor learns of a caret by an event of the
 * browser, so a key that follows at once would still act where the click fell.
 */
async function goToEnd(page: Page): Promise<void> {
  await expect(async () => {
    await bodyText(page).click()
    await page.keyboard.press('ControlOrMeta+End')
    const behind = await bodyText(page).evaluate(async (editor) => {
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
      const caret = document.getSelection()
      if (!caret?.focusNode || !editor.contains(caret.focusNode)) return 'no caret'
      const rest = document.createRange()
      rest.selectNodeContents(editor)
      rest.setStart(caret.focusNode, caret.focusOffset)
      return rest.toString()
    })
    expect(behind).toBe('')
  }).toPass()
}

/** Writes at the very end of the message. */
async function writeAtEnd(page: Page, text: string): Promise<void> {
  await goToEnd(page)
  await page.keyboard.type(text)
}

test('an editor changes a text, is refused a broken one, tests, publishes and restores', async ({
  staff,
}) => {
  const page = await staff(EDITOR)
  const preview = await openTemplate(page)
  const chips = page.getByRole('region', { name: 'Variables possibles dans le message' })

  await test.step('the menu offers what this message may say, and nothing else', async () => {
    await expect(chips.getByRole('button', { name: 'Adresse du bien' })).toBeVisible()
    await expect(chips.getByRole('button', { name: 'Heure promise' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Modifier', exact: true })).toHaveCount(0)
  })

  await test.step('one click inserts a chip, and the preview follows', async () => {
    await writeAtEnd(page, ' Vous venez pour : ')
    await chips.getByRole('button', { name: 'Type de demande' }).click()
    const mail = preview.frameLocator('iframe')
    await expect(mail.getByText('Vous venez pour : Visite')).toBeVisible()
    await preview.getByLabel('Exemple').selectOption({ label: 'Nom de 80 lettres' })
    await expect(mail.getByText('Marie-Antoinette Bienvenue-Espérance')).toBeVisible()
  })

  await test.step('a broken text is refused with a sentence', async () => {
    await writeAtEnd(page, ' {{x')
    await expect(preview.getByText('N’écrivez pas les variables entre accolades')).toBeVisible()
    await page.getByRole('button', { name: 'Publier les modifications' }).click()
    await expect(page.locator('.field-error, .payload-toast-container')).not.toHaveCount(0)
    await goToEnd(page)
    for (let turn = 0; turn < 4; turn += 1) await page.keyboard.press('Backspace')
    await expect(preview.getByText('Ce texte peut être publié.')).toBeVisible()
  })

  await test.step('a test arrives, at the editor’s address alone', async () => {
    await preview.getByRole('button', { name: 'M’envoyer un essai' }).click()
    const mail = await mailTo(EDITOR, /\[TEST\]/)
    expect(mail.to.map(({ address }) => address)).toEqual([EDITOR])
    expect(mail.text).toContain('Marie-Antoinette')
  })

  await test.step('published, the text has the next number; restored, the one after', async () => {
    await page.getByRole('button', { name: 'Publier les modifications' }).click()
    await expect(page.getByLabel('Numéro du texte publié')).toHaveValue('2')
    await page.goto(`${page.url()}/versions`)
    await listIsReady(page)
    await expect(page.locator('tbody tr')).toHaveCount(2)
    await page.locator('tbody tr').nth(1).getByRole('link').first().click()
    await page
      .getByRole('button', { name: /Restaurer/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Confirmer' }).click()
    await expect(page.getByLabel('Numéro du texte publié')).toHaveValue('3')
    await expect(bodyText(page)).not.toContainText('Vous venez pour')
  })
})

test('an administrator reads settings and health; an editor does not', async ({ staff }) => {
  const page = await staff(CONTACT)
  await page.goto('/admin/sante')
  await expect(page.getByRole('heading', { name: 'Configuration et santé' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Base de données Tout va bien/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /PAYLOAD_SECRET/ })).toContainText('jamais montré')
  await expect(page.locator('body')).not.toContainText(/postgres(ql)?:\/\/[^ ]*@/)
  await page.goto('/admin/globals/settings')
  await expect(page.getByRole('button', { name: /Ajouter une plage/ }).first()).toBeVisible()
  const editor = await staff(EDITOR)
  await editor.goto('/admin/sante')
  await expect(editor.getByText('Cette page est réservée aux administrateurs.')).toBeVisible()
  await expect(editor.getByText('PAYLOAD_SECRET')).toHaveCount(0)
})
