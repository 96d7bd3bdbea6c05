import { rowsOf } from './support/database'
import { book, chooseSlot, fillContact, proceed, referenceOn, sendButton } from './support/funnel'
import { linkIn, mailTo } from './support/inbox'
import { somebody } from './support/people'
import { expect, test } from './support/test'

const PROPERTY = 'appartement-centre-ville'

const referencesOf = (email: string) =>
  rowsOf<{ reference: string }>(
    `select r.reference from reservations r join clients c on c.id = r.client_id where c.email = $1`,
    [email],
  )

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('asks one thing per page, and « Retour » leads back to what was chosen', async ({
      page,
    }) => {
      await page.goto('/')
      await page.getByRole('link', { name: 'Appartement lumineux au Centre-ville' }).click()
      await page.getByRole('link', { name: 'Faire une demande' }).first().click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Que souhaitez-vous ?')
      await page.getByRole('radio', { name: 'Visiter' }).check()
      await proceed(page)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Quel moment vous convient ?',
      )
      const slot = page.locator('input[name=debut]').first()
      const chosen = await slot.inputValue()
      await slot.check()
      await proceed(page)
      await fillContact(page, somebody('Serge Bouanga'))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vérifiez vos réponses')

      await page.getByRole('link', { name: 'Retour' }).click()
      await expect(page.locator('[name=name]')).toHaveValue('Serge Bouanga')
      await page.getByRole('link', { name: 'Retour' }).click()
      await expect(page.locator('input[name=debut]:checked')).toHaveValue(chosen)
      await page.getByRole('link', { name: 'Retour' }).click()
      await expect(page).toHaveURL(/\/reservation\?bien=/)
    })

    test('a step left without an answer says so, on top and in its title', async ({ page }) => {
      await page.goto('/reservation')
      await expect(page).toHaveTitle(/^Quel bien/)
      await proceed(page)
      await expect(page.getByRole('main').getByRole('alert').getByRole('link')).toHaveText(
        'Choisissez un bien.',
      )
      await expect(page).toHaveTitle(/^Erreur : /)
      await page.getByRole('radio', { name: 'Appartement lumineux au Centre-ville' }).check()
      await proceed(page)
      await expect(page).toHaveTitle(/^Que souhaitez-vous/)
      await proceed(page)
      await expect(page.getByRole('main').getByRole('alert').getByRole('link')).toHaveText(
        'Choisissez ce que vous souhaitez.',
      )
      await expect(page).toHaveTitle(/^Erreur : /)
      await page.getByRole('radio', { name: 'Visiter' }).check()
      await proceed(page)
      await proceed(page)
      await expect(page.getByRole('main').getByRole('alert').getByRole('link')).toHaveText(
        'Choisissez un créneau.',
      )
    })

    test('wrong contact details are told in a summary and beside each field, and kept', async ({
      page,
    }) => {
      await chooseSlot(page, PROPERTY)
      await page.locator('[name=phone]').fill('+242 66 123 456')
      await page.locator('[name=email]').fill('awa@')
      await page.locator('[name=note]').fill('Nous serions trois.')
      await proceed(page)

      const summary = page.getByRole('main').getByRole('alert')
      await expect(summary.getByRole('link')).toHaveCount(4)
      if (javaScriptEnabled) await expect(summary).toBeFocused()
      await expect(page).toHaveTitle(/^Erreur : /)
      for (const id of ['client-name', 'client-phone', 'client-email', 'consent'])
        await expect(page.locator(`#${id}-erreur`)).toBeVisible()
      await expect(page.locator('#client-phone')).toHaveAttribute('aria-invalid', 'true')
      await expect(page.locator('#client-phone')).toHaveAttribute(
        'aria-describedby',
        /client-phone-erreur/,
      )
      await expect(page.locator('[name=phone]')).toHaveValue('+242 66 123 456')
      await expect(page.locator('[name=email]')).toHaveValue('awa@')
      await expect(page.locator('[name=note]')).toHaveValue('Nous serions trois.')
    })

    test('a Congolese number keeps its zero', async ({ page }) => {
      const client = somebody('Rosine Tsiba')
      const spaced = client.phone.replace(/(\d\d)(\d{3})(\d\d)(\d\d)/, '$1 $2 $3 $4')
      await book(page, PROPERTY, { ...client, phone: spaced })
      const [row] = await rowsOf<{ phone: string }>('select phone from clients where email = $1', [
        client.email,
      ])
      expect(row?.phone).toBe(`+242${client.phone}`)
    })

    test('a slot that was taken meanwhile: three free moments, one press away', async ({
      page,
      browser,
      extraHTTPHeaders,
      baseURL,
    }) => {
      const other = await browser.newContext({ javaScriptEnabled, extraHTTPHeaders, baseURL })
      const faster = await other.newPage()
      for (const one of [page, faster]) {
        await chooseSlot(one, 'duplex-moungali')
        await fillContact(one, somebody())
      }
      await sendButton(faster).click()
      await expect(faster).toHaveURL(/\/confirmation\//)
      await other.close()

      await sendButton(page).click()
      const notice = page.getByRole('main').getByRole('alert')
      await expect(notice).toContainText('n’est pas libre')
      await expect(notice.getByRole('link')).toHaveCount(3)
      await notice.getByRole('link').first().click()
      await expect(page).toHaveURL(/\/reservation\/verification/)
      await sendButton(page).click()
      await expect(page).toHaveURL(/\/confirmation\//)
    })

    test('two presses on send, a reload and a second send after going back: one reference', async ({
      page,
    }) => {
      const client = somebody()
      await chooseSlot(page, PROPERTY)
      await fillContact(page, client)
      const check = page.url()
      await sendButton(page).dblclick()
      await expect(page).toHaveURL(/\/confirmation\//)
      const reference = await referenceOn(page)
      await page.reload()
      expect(await referenceOn(page)).toBe(reference)

      await page.goto(check)
      await sendButton(page).click()
      await expect(page).toHaveURL(/\/confirmation\//)
      expect(await referenceOn(page)).toBe(reference)
      expect(await referencesOf(client.email)).toEqual([{ reference }])
    })

    test('a sent form with other answers is not a second request', async ({ page }) => {
      const client = somebody()
      await chooseSlot(page, PROPERTY)
      await fillContact(page, client)
      const check = page.url()
      await sendButton(page).click()
      await expect(page).toHaveURL(/\/confirmation\//)

      await page.goto(check.replace('/verification', '/coordonnees'))
      await page.locator('[name=note]').fill('Une autre remarque')
      await proceed(page)
      await sendButton(page).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Cette demande a déjà été envoyée',
      )
      expect(await referencesOf(client.email)).toHaveLength(1)

      await page.getByRole('link', { name: 'Faire une nouvelle demande' }).click()
      await expect(page.locator('[name=note]')).toHaveValue('Une autre remarque')
      await proceed(page)
      await sendButton(page).click()
      await expect(page.getByRole('main').getByRole('alert')).toContainText(
        'Vous avez déjà demandé ce moment',
      )
    })

    test('details that are kept no longer are asked for again, and nothing else', async ({
      page,
      context,
    }) => {
      const client = somebody()
      await chooseSlot(page, PROPERTY)
      await fillContact(page, client)
      const when = await page.locator('.summary dd').nth(2).innerText()
      await context.clearCookies()
      await sendButton(page).click()
      await expect(page).toHaveURL(/\/reservation\/coordonnees/)
      await expect(page.getByRole('main').getByRole('alert')).toContainText(
        'Vos coordonnées ne sont gardées que deux heures',
      )
      await fillContact(page, client)
      expect(await page.locator('.summary dd').nth(2).innerText()).toBe(when)
      await sendButton(page).click()
      await expect(page).toHaveURL(/\/confirmation\//)
    })

    test('a stay is asked for by its nights', async ({ page }) => {
      await page.goto('/reservation/creneau?bien=residence-plateau&type=sejour')
      await proceed(page)
      await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
      // Another arrival for each run: one seed serves both.
      await page
        .locator('input[name=debut]')
        .nth(javaScriptEnabled ? 2 : 9)
        .click()
      // With JavaScript a finger on a day shows its departures; without, the button does.
      if (!javaScriptEnabled) await proceed(page)
      await page.locator('input[name=fin]').nth(2).check()
      await proceed(page)
      await fillContact(page, somebody())
      await expect(page.getByRole('main')).toContainText('(3 nuits)')
      await sendButton(page).click()
      await expect(page).toHaveURL(/\/confirmation\//)
      await expect(page.getByRole('main')).toContainText('(3 nuits)')
    })

    test('everything is there in English under /en, the mail and its link too', async ({
      page,
    }) => {
      const client = { ...somebody('Emily Carter'), phone: '+44 7400 123457' }
      const english = async () => {
        await expect(page.locator('html')).toHaveAttribute('lang', 'en')
        expect(await page.getByRole('main').innerText()).not.toMatch(
          /\b(votre|demande|réponse|créneau|avant le)\b/i,
        )
      }
      await book(page, PROPERTY, client, { prefix: '/en', onEveryPage: english })
      await english()
      const mail = await mailTo(client.email, /request/i)
      const link = linkIn(mail.text)
      expect(link).toContain('/en/suivi/')
      await page.goto(link)
      await expect(page).toHaveURL(/\/en\/espace\/RSV-/)
      await english()
    })
  })
}
