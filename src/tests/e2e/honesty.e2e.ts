import { rowsOf } from './support/database'
import { CONTACT, facts, OWNER } from './support/facts'
import { book } from './support/funnel'
import { linkIn, mailTo } from './support/inbox'
import { openReservation } from './support/panel'
import { somebody } from './support/people'
import { expect, test } from './support/test'

/** Houses with other settings say what is true of them, and no more. */

const PROPERTY = 'appartement-centre-ville'

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('criterion 5: with a number, the chat is one press away wherever the client is', async ({
      page,
    }) => {
      const client = somebody()
      const reference = await book(page, PROPERTY, client, { house: facts.whatsappUrl })
      const chats = async () => {
        const links = page.getByRole('main').locator('a[href^="https://wa.me/242066120099"]')
        expect(await links.count()).toBeGreaterThan(0)
        const address = (await links.first().getAttribute('href')) ?? ''
        expect(new URL(address).searchParams.get('text')).toContain(reference)
      }
      await chats()
      const mail = await mailTo(client.email, /enregistrée/)
      const chat = new RegExp(`https://wa\\.me/242066120099\\?text=\\S*${reference}`)
      for (const part of [mail.text, mail.html]) expect(part).toMatch(chat)
      await page.goto(linkIn(mail.text))
      await chats()
      await expect(page.locator('.messages a[href^="https://wa.me/"]').first()).toHaveText(
        'https://wa.me/242066120099',
      )
    })

    test('without a mail server the message is readable, and nobody calls it sent', async ({
      page,
    }) => {
      const client = somebody()
      const reference = await book(page, PROPERTY, client, { house: facts.withoutMailUrl })
      const honest = async () => {
        const main = page.getByRole('main')
        await expect(main).toContainText(`Votre demande ${reference} est bien enregistrée`)
        await expect(main).toContainText('Pas encore envoyé par e-mail')
        await expect(main).not.toContainText('Envoyé par e-mail')
      }
      await honest()
      await page.goto(`${facts.withoutMailUrl}/espace/${reference}`)
      await honest()
    })
  })
}

test('without a mail server the panel shows every message as waiting, with its text', async ({
  page,
  staff,
}) => {
  const client = somebody()
  const reference = await book(page, PROPERTY, client, { house: facts.withoutMailUrl })
  const panel = await staff(OWNER, facts.withoutMailUrl)
  await openReservation(panel, reference)
  const message = panel.locator('.scim-message', { hasText: 'est bien enregistrée' })
  await expect(message).toContainText('Préparé, pas encore parti')
  await message.locator('summary').click()
  await expect(message).toContainText(reference)

  const admin = await staff(CONTACT, facts.withoutMailUrl)
  const answer = await admin.request.get('/api/messages?limit=200&where[channel][equals]=email', {
    headers: { Origin: facts.withoutMailUrl },
  })
  const { docs } = (await answer.json()) as { docs: { state: string; sentAt: string | null }[] } // as: Payload's list.
  expect(new Set(docs.map(({ state }) => state))).toEqual(new Set(['a_envoyer']))
  expect(docs.filter(({ sentAt }) => sentAt)).toEqual([])
})

test('without a mail server the house calls itself degraded, and still serves', async ({
  request,
}) => {
  const answer = await request.get(`${facts.withoutMailUrl}/readyz`)
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toMatchObject({ status: 'degraded' })
  expect(await (await request.get('/readyz')).json()).toMatchObject({ status: 'ok' })
})

test('a message counts as sent only with the server’s 250 beside it', async ({ page }) => {
  const client = somebody()
  await book(page, PROPERTY, client)
  await mailTo(client.email, /enregistrée/)
  await expect
    .poll(() =>
      rowsOf('select state, left(server_answer, 3) as answer from messages where recipient = $1', [
        client.email,
      ]),
    )
    .toEqual([{ state: 'envoyee', answer: '250' }])
})
