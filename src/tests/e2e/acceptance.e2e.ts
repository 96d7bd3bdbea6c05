import type { Page } from '@playwright/test'
import { CONTACT, facts, OWNER } from './support/facts'
import { book, REFERENCE, referenceOn } from './support/funnel'
import { linkIn, mailTo } from './support/inbox'
import { decide, openReservation } from './support/panel'
import { somebody } from './support/people'
import { expect, test } from './support/test'

/** The five criteria of the seed (plan-reservation-web-scim.md), by their numbers. */

const PROPERTY = 'villa-mpila'

const timeline = (page: Page) => page.locator('.timeline li')

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('criterion 1: a request returns a reference and the support, with a WhatsApp number', async ({
      page,
    }) => {
      const reference = await book(page, PROPERTY, somebody(), { house: facts.whatsappUrl })
      const main = page.getByRole('main')
      await expect(main).toContainText('Votre réservation est bien enregistrée')
      await expect(main).toContainText('Ce n’est pas encore une confirmation')
      await expect(main).toContainText(/Réponse avant .*\d{1,2}\sh\s\d\d \(délai de 30\sminutes\)/)
      await expect(main).toContainText(CONTACT)
      const link = main.getByRole('link', { name: 'Écrire sur WhatsApp' })
      const chat = new URL((await link.getAttribute('href')) ?? '')
      expect(chat.origin + chat.pathname).toBe('https://wa.me/242066120099')
      expect(chat.searchParams.get('text')).toContain(reference)
    })

    test('criterion 2: the client receives the automatic message that it is taken in hand', async ({
      page,
    }) => {
      const client = somebody()
      const reference = await book(page, PROPERTY, client)
      await expect(page.getByRole('main')).toContainText(
        `Votre demande ${reference} est bien enregistrée`,
      )

      const mail = await mailTo(client.email, /est bien enregistrée/)
      expect(mail.from.map(({ address }) => address)).toEqual([CONTACT])
      for (const part of [mail.text, mail.html]) {
        expect(part).toContain(reference)
        expect(part).toContain('30 minutes')
        expect(part).toMatch(/réponse avant .*\d{1,2} h \d\d/)
        expect(part).toContain('/suivi/')
      }
    })

    test('criterion 3: the client’s page shows status, reference and what happened', async ({
      page,
      context,
    }) => {
      const client = somebody()
      const reference = await book(page, PROPERTY, client)
      const mail = await mailTo(client.email, /est bien enregistrée/)
      await context.clearCookies() // Another phone: the link alone opens the page.

      await page.goto(linkIn(mail.text))
      await expect(page).toHaveURL(`/espace/${reference}`)
      expect(await referenceOn(page)).toBe(reference)
      await expect(page.locator('.tag')).toHaveText('En attente')
      await expect(timeline(page)).toHaveCount(1)
      await expect(timeline(page)).toContainText('Demande enregistrée')
      await expect(page.getByRole('main')).toContainText('Réponse promise')

      await page.getByRole('link', { name: 'Mes demandes' }).click()
      await expect(page.getByRole('link', { name: reference })).toBeVisible()
    })

    for (const { decision, label, subject, note } of [
      {
        decision: 'Confirmer',
        label: 'Confirmée',
        subject: /est confirmée/,
        note: 'Je vous attends au portail bleu.',
      },
      {
        decision: 'Refuser',
        label: 'Annulée',
        subject: /est annulée/,
        note: 'La maison est fermée ce jour-là.',
      },
    ] as const)
      test(`criterion 4: « ${decision} » updates what the client follows, and tells them`, async ({
        page,
        staff,
      }) => {
        const client = somebody()
        const reference = await book(page, PROPERTY, client)

        const panel = await staff(OWNER)
        await openReservation(panel, reference)
        await decide(panel, decision, note)
        await expect(panel.locator('.scim-tags').getByText(label)).toBeVisible()

        await page.goto(`/espace/${reference}`)
        await expect(page.locator('.tag')).toHaveText(label)
        await expect(timeline(page)).toHaveCount(2)
        await expect(page.getByRole('main')).toContainText(note)

        const mail = await mailTo(client.email, subject)
        expect(mail.text).toContain(reference)
        expect(mail.text).toContain(note)
        await page.goto(linkIn(mail.text))
        await expect(page.locator('.tag')).toHaveText(label)
      })

    test('criterion 5: without a WhatsApp number the whole walk works, and nothing names it', async ({
      page,
      staff,
    }) => {
      const client = somebody()
      const silent = async () => expect(await page.content()).not.toMatch(/whatsapp|wa\.me/i)
      const reference = await book(page, PROPERTY, client, { onEveryPage: silent })
      await silent()
      const received = await mailTo(client.email, /est bien enregistrée/)
      expect(received.text).toMatch(REFERENCE)
      expect(received.text + received.html).not.toMatch(/whatsapp|wa\.me/i)

      const panel = await staff(OWNER)
      await openReservation(panel, reference)
      await decide(panel, 'Confirmer')
      await expect(panel.locator('.scim-tags').getByText('Confirmée')).toBeVisible()

      const confirmed = await mailTo(client.email, /est confirmée/)
      expect(confirmed.text + confirmed.html).not.toMatch(/whatsapp|wa\.me/i)
      await page.goto(linkIn(confirmed.text))
      await expect(page.locator('.tag')).toHaveText('Confirmée')
      await silent()
      for (const path of ['/', `/biens/${PROPERTY}`, '/suivi', '/espace', '/en', '/en/suivi']) {
        await page.goto(path)
        await silent()
      }
    })
  })
}
