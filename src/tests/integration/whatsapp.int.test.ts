import { expect, test, vi } from 'vitest'
import { aProperty, aUser } from '@/tests/support/house'
import { booked } from '@/tests/support/http'
import { rows } from '@/tests/support/sql'

vi.hoisted(() => {
  process.env.SCIM_WHATSAPP_PHONE = '06 612 34 56'
})

test('with a number, the link opens a conversation about this reference, and nothing personal', async () => {
  const property = await aProperty()
  const { reservation } = await booked(property)
  const text = encodeURIComponent(
    `Bonjour, je vous écris au sujet de ma demande ${reservation.reference}.`,
  )
  expect(reservation.support.whatsappUrl).toBe(`https://wa.me/242066123456?text=${text}`)
})

test('the client’s mail carries the link, the owner’s does not', async () => {
  const owner = await aUser('proprietaire', 'Clarisse Ngouabi')
  const { id, reservation } = await booked(await aProperty({ owners: [owner.id] }))
  const mails = await rows<{ template: string; text: string; html: string }>(
    'select template, text, html from messages where reservation_id = $1 order by id',
    [id],
  )
  const carries = mails.map(({ template, text, html }) => [
    template,
    text.includes('https://wa.me/242066123456?text='),
    html.includes('https://wa.me/242066123456?text='),
  ])
  expect(carries).toEqual([
    ['accuse_reception', true, true],
    ['nouvelle_demande', false, false],
  ])
  expect(mails[0]?.text).toContain(encodeURIComponent(reservation.reference))
})
