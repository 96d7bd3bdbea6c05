import type { Page } from '@playwright/test'
import { rowsOf } from './support/database'
import { OWNER } from './support/facts'
import { book, referenceOn } from './support/funnel'
import { linkIn, mailTo } from './support/inbox'
import { anAddress, somebody } from './support/people'
import { expect, test } from './support/test'

const PROPERTY = 'villa-mpila'

async function find(page: Page, reference: string, contact: string): Promise<void> {
  await page.goto('/suivi')
  await page.locator('[name=reference]').fill(reference)
  await page.locator('[name=contact]').fill(contact)
  await page.getByRole('button', { name: 'Ouvrir ma demande' }).click()
}

const statusOf = async (reference: string) =>
  (
    await rowsOf<{ status: string }>('select status from reservations where reference = $1', [
      reference,
    ])
  )[0]?.status

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('reference and contact open the booking on any device, however they are typed', async ({
      page,
      context,
    }) => {
      const client = somebody()
      const reference = await book(page, PROPERTY, client)
      for (const [typed, contact] of [
        [reference, client.email.toUpperCase()],
        [reference.toLowerCase().replaceAll('-', ' '), client.phone],
      ] as const) {
        await context.clearCookies()
        await find(page, typed, contact)
        await expect(page).toHaveURL(`/espace/${reference}`)
        expect(await referenceOn(page)).toBe(reference)
        await expect(page.locator('h1 + p + p')).toHaveText(/ · Visite · \p{L}+ \d+/u)
      }
    })

    test('a wrong reference and a wrong contact read the same words', async ({ page, context }) => {
      const client = somebody()
      const reference = await book(page, PROPERTY, client)
      await context.clearCookies()
      const answer = async (typed: string, contact: string) => {
        await find(page, typed, contact)
        await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
        return page.getByRole('main').getByRole('alert').innerText()
      }
      const wrongContact = await answer(reference, 'personne@example.com')
      const wrongReference = await answer('RSV-7K3M-9QXA', client.email)
      expect(wrongContact).toBe(wrongReference)
      expect(wrongContact).toContain('Aucune demande ne correspond')
    })

    test('what is missing is asked for by name; a device that forgot keeps the reference', async ({
      page,
      context,
    }) => {
      await find(page, '', '')
      const faults = page.getByRole('main').getByRole('alert')
      await expect(faults).toContainText('Indiquez la référence reçue')
      await expect(faults).toContainText('Indiquez le téléphone ou l’e-mail')
      const reference = await book(page, PROPERTY)
      await context.clearCookies()
      await page.goto(`/espace/${reference}`)
      await expect(page.locator('[name=reference]')).toHaveValue(reference)
      await page.getByRole('button', { name: 'Ouvrir ma demande' }).click()
      await expect(faults).not.toContainText('Indiquez la référence reçue')
      await expect(faults).toContainText('Indiquez le téléphone ou l’e-mail')
      await expect(page.locator('[name=reference]')).toHaveValue(reference)
    })

    test('opening the tracking link changes nothing but this device', async ({ page, context }) => {
      const client = somebody()
      const reference = await book(page, PROPERTY, client)
      const link = linkIn((await mailTo(client.email, /enregistrée/)).text)
      await expect
        .poll(() =>
          rowsOf(`select 1 from messages where state = 'a_envoyer' and recipient = $1`, [
            client.email,
          ]),
        )
        .toEqual([])
      const everything = () =>
        rowsOf(
          `select r.*, (select count(*) from status_history h where h.reservation_id = r.id) as steps,
             (select json_agg(m order by m.id) from messages m where m.reservation_id = r.id
               and m.recipient = $2) as mails
           from reservations r where reference = $1`,
          [reference, client.email],
        )
      const before = await everything()
      await context.clearCookies()
      await page.goto(link)
      await expect(page).toHaveURL(`/espace/${reference}`)
      await page.goto(link)
      await expect(page).toHaveURL(`/espace/${reference}`)
      expect(await everything()).toEqual(before)
    })

    test('a client cancels in two steps; the owner is told', async ({ page }) => {
      const client = somebody()
      const reference = await book(page, PROPERTY, client)
      await page.goto(`/espace/${reference}`)
      await page.getByRole('link', { name: 'Annuler ma demande' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Annuler cette demande ?')
      expect(await statusOf(reference)).toBe('en_attente')
      await page.locator('[name=note]').fill('Un empêchement de dernière minute.')
      await page.getByRole('button', { name: 'Oui, annuler ma demande' }).click()

      await expect(page.getByText('Votre demande est annulée.').first()).toBeVisible()
      await expect(page.locator('.tag')).toHaveText('Annulée')
      const note = page.locator('.card', { hasText: 'Un empêchement de dernière minute.' })
      await expect(note.getByRole('heading')).toHaveText('Votre mot à l’agence')
      expect(await statusOf(reference)).toBe('annulee')
      await page.goto(`/reservation/confirmation/${reference}`)
      await expect(page).toHaveURL(`/espace/${reference}`)
      // The newest letter stands open; the one before it opens at a tap, without a script too.
      const letter = (at: number) => page.locator('.messages .sortant').nth(at)
      await expect(letter(0)).toContainText('Un empêchement de dernière minute.')
      const earlier = letter(1).getByText('Vous pouvez suivre votre demande')
      await expect(earlier).toBeHidden()
      await letter(1).getByText('Lire ce message').click()
      await expect(earlier).toBeVisible()
      await mailTo(client.email, /est annulée/)
      const told = await mailTo(OWNER, new RegExp(reference + '.*annul|annul.*' + reference, 'i'))
      expect(told.text).toContain('Un empêchement de dernière minute.')
    })

    test('a message reaches the owner and stands on the page', async ({ page }) => {
      const words = `Y a-t-il un garage ? (${anAddress()})`
      const reference = await book(page, PROPERTY)
      await page.goto(`/espace/${reference}`)
      await page.locator('textarea[name=text]').fill(words)
      await page.getByRole('button', { name: 'Envoyer le message' }).click()
      await expect(page.getByText('Votre message est enregistré')).toBeVisible()
      await expect(page.locator('.messages .entrant')).toContainText(words)
      const mail = await mailTo(OWNER, new RegExp(`message.*${reference}`, 'i'))
      expect(mail.text).toContain(words)
    })

    test('a message that is refused is still there to be sent later, on its own page only', async ({
      page,
    }) => {
      const other = await book(page, PROPERTY)
      const reference = await book(page, PROPERTY)
      const words = `Le portail est-il fermé ?\nMerci. (${anAddress()})`
      const box = page.locator('textarea[name=text]')
      const send = page.getByRole('button', { name: 'Envoyer le message' })
      await rowsOf(
        `insert into rate_limits (name, who, started_at, turns) values ('message', $1, now(), 30)`,
        [reference],
      )
      await page.goto(`/espace/${reference}`)
      await box.fill(words)
      await send.click()
      await expect(page.getByText('Vous avez écrit beaucoup de messages.')).toBeVisible()
      await expect(box).toHaveValue(words)
      await page.goto(`/espace/${other}`)
      await expect(box).toHaveValue('')

      await rowsOf(`delete from rate_limits where name = 'message' and who = $1`, [reference])
      await page.goto(`/espace/${reference}`)
      await expect(box).toHaveValue(words)
      await send.click()
      await expect(page.getByText('Votre message est enregistré')).toBeVisible()
      await expect(box).toHaveValue('')
    })
  })
}

test('what is over is told as past, and is neither noted nor cancelled any more', async ({
  page,
}) => {
  const [past] = await rowsOf<{ reference: string; phone: string }>(
    `select r.reference, c.phone from reservations r join clients c on c.id = r.client_id
     where r.status = 'confirmee' and r.kind <> 'sejour' and r.ends_at < now() limit 1`,
  )
  if (!past) throw new Error('the demo data has nothing that is over')
  await find(page, past.reference, past.phone)
  await expect(page.locator('.lead')).toContainText('Ce rendez-vous était prévu le')
  await expect(page.getByRole('link', { name: 'Ajouter à mon agenda' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Annuler ma demande' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Faire une nouvelle demande' })).toBeVisible()
})

test('other people’s bookings are neither shown nor touched', async ({ page, context }) => {
  const client = somebody('Grâce Loufoua')
  const reference = await book(page, PROPERTY, client)
  await context.clearCookies()
  await book(page, PROPERTY, somebody('Patrick Itoua'))
  for (const path of [
    `/espace/${reference}`,
    `/espace/${reference}/annuler`,
    `/reservation/confirmation/${reference}`,
  ]) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/suivi/)
    expect(await page.content()).not.toContain('Loufoua')
  }
  for (const path of ['annuler/envoi', 'message'])
    await page.request.post(`/espace/${reference}/${path}`, { form: { note: 'x', text: 'x' } })
  expect(await statusOf(reference)).toBe('en_attente')
  expect(
    await rowsOf(
      `select 1 from messages m join reservations r on r.id = m.reservation_id
       where r.reference = $1 and m.direction = 'entrant'`,
      [reference],
    ),
  ).toEqual([])
})

test.describe('a link that opens nothing', () => {
  test.use({ forgiven: [/status of 404/] })

  test('is a page that says where to go on', async ({ page }) => {
    const answer = await page.goto(`/suivi/${'x'.repeat(43)}`)
    expect(answer?.status()).toBe(404)
    await page.getByRole('main').getByRole('link', { name: 'Suivre une demande' }).click()
    await expect(page).toHaveURL('/suivi')
  })
})

test('printed, the page is the booking and not the site', async ({ page }) => {
  const reference = await book(page, PROPERTY)
  await page.goto(`/espace/${reference}`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.reference')).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Envoyer le message' })).toBeHidden()
})
