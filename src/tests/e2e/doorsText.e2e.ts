import { rowsOf } from './support/database'
import { CONTACT, facts, OWNER } from './support/facts'
import { book } from './support/funnel'
import { mailTo } from './support/inbox'
import { somebody } from './support/people'
import { expect, test } from './support/test'
import { watch } from './support/watch'

const PAYLOAD = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}\${7*7}<svg/onload=alert(3)>`

test('what people type is shown as text on every screen, in mails too', async ({ page, staff }) => {
  const panel = await staff(CONTACT)
  const heard = [await watch(page), await watch(panel)]
  const OURS = { Origin: facts.baseUrl }
  const made = await panel.request.post('/api/properties', {
    headers: OURS,
    data: {
      title: `Villa ${PAYLOAD}`,
      slug: `villa-${process.pid}`,
      status: 'publie',
      kinds: ['visite'],
      city: `Ville ${PAYLOAD}`,
      district: `Quartier ${PAYLOAD}`,
      description: `Texte ${PAYLOAD}`,
      address: `Rue ${PAYLOAD}`,
      slotMinutes: 30,
      visitHours: ['1', '2', '3', '4', '5', '6', '7'].map((day) => ({
        day,
        from: '08:00',
        to: '17:00',
      })),
    },
  })
  expect(made.status()).toBe(201)
  const { doc } = (await made.json()) as { doc: { id: number; slug: string } } // as: asked to exist above.
  const person = { ...somebody(), name: `Awa ${PAYLOAD}` }
  const reference = await book(page, doc.slug, person, {
    note: `Mot ${PAYLOAD}`,
    onEveryPage: async () => expect(await page.locator('img[src=x]').count()).toBe(0),
  })
  await page.goto(`/espace/${reference}`)
  await page.locator('textarea[name=text]').fill(`Message ${PAYLOAD}`)
  await page.getByRole('button', { name: 'Envoyer le message' }).click()
  for (const path of ['/', `/biens/${doc.slug}`, '/espace', `/espace/${reference}`]) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(await page.locator('img[src=x]').count()).toBe(0)
  }
  const [row] = await rowsOf<{ id: number; message: number; client: number }>(
    `select r.id, r.client_id as client, max(m.id) as message from reservations r
     join messages m on m.reservation_id = r.id where r.reference = $1 group by r.id`,
    [reference],
  )
  const decided = await panel.request.patch(`/api/reservations/${row?.id}`, {
    headers: OURS,
    data: { status: 'annulee', statusNote: `Note ${PAYLOAD}` },
  })
  expect(decided.status()).toBe(200)
  for (const path of [
    '/admin',
    '/admin/collections/reservations?limit=100',
    `/admin/collections/reservations/${row?.id}`,
    '/admin/collections/messages?limit=100',
    `/admin/collections/messages/${row?.message}`,
    '/admin/collections/clients?limit=100',
    `/admin/collections/clients/${row?.client}`,
    '/admin/collections/properties?limit=100',
    `/admin/collections/properties/${doc.id}`,
  ]) {
    await panel.goto(path, { waitUntil: 'networkidle' })
    expect(await panel.locator('img[src=x]').count()).toBe(0)
  }
  const mail = await mailTo(person.email, /annul/i)
  const reader = await page.context().newPage()
  await reader.setContent(mail.html)
  expect(await reader.locator('img[src=x], script, svg').count()).toBe(0)
  expect(heard.flat()).toEqual([])
})

test('a form sent as no person types is kept, and marked for whoever decides', async ({
  page,
  staff,
}) => {
  const person = somebody()
  await page
    .context()
    .addInitScript(() =>
      addEventListener('DOMContentLoaded', () =>
        document.querySelector('input[name=site]')?.setAttribute('value', 'http://spam.example'),
      ),
    )
  const reference = await book(page, 'villa-mpila', person)
  const [row] = await rowsOf<{ id: number; doubtful: boolean; status: string }>(
    'select id, doubtful, status from reservations where reference = $1',
    [reference],
  )
  expect(row).toMatchObject({ doubtful: true, status: 'en_attente' })
  const panel = await staff(OWNER)
  await panel.goto(`/admin/collections/reservations/${row?.id}`)
  await expect(panel.getByText('À vérifier')).toBeVisible()
})
