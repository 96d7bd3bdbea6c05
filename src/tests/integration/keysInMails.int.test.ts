import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askAccessLink, spendAccessLink } from '@/portal/accessLink'
import { decisionPage } from '@/portal/decision'
import { answerMailRequests } from '@/worker/answerMailRequests'
import { aStaff, house, type Staff } from '@/tests/support/house'
import { api, rest } from '@/tests/support/http'
import { aMailServer, type MailServer } from '@/tests/support/mailServer'
import { aBooking, messageOf } from '@/tests/support/messages'
import { becomesDue, postponeAll, sendThrough } from '@/tests/support/outbox'
import { one, rows } from '@/tests/support/sql'

/** A link is completed for the reader it was made for, and in no mail that somebody else brings about. */

let server: MailServer
let owner: Staff
let colleague: Staff
beforeAll(async () => {
  server = await aMailServer()
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  colleague = await aStaff('proprietaire', 'Clarisse Ngouabi')
})
afterAll(() => server.close())
beforeEach(postponeAll)

const sendOnly = async (ids: number[]) => {
  for (const id of ids) await becomesDue(id)
  await sendThrough(server.url)
}

/** The token of a link in the newest mail to an address; what stands before it in `page`. */
const tokenIn = (address: string, page: string) =>
  new RegExp(`/${page}/([\\w.-]+)`).exec(server.mailsTo(address).at(-1)?.text ?? '')?.[1] ?? ''

const isOpen = async (token: string) => (await decisionPage(token, 'fr')).open

/** The mail with which the owner decides, as the ledger shows it to a colleague. */
async function asked() {
  const booking = await aBooking([owner.id, colleague.id])
  const mail = await one<{ id: number; text: string }>(
    `select id, text from messages where reservation_id = $1 and template = 'nouvelle_demande'
       and recipient = $2`,
    [booking.id, owner.email],
  )
  const [link = '', name = ''] = /https?:\/\/\S+\/decision\/([\w-]{16})/.exec(mail.text) ?? []
  return { ...booking, mail, link, name }
}

test('the owner to whom the mail goes decides by it', async () => {
  const { mail } = await asked()
  await sendOnly([mail.id])
  expect(await isOpen(tokenIn(owner.email, 'decision'))).toBe(true)
})

test('a colleague who has the mail resent to another address gets no link that opens', async () => {
  const { mail, name } = await asked()
  const elsewhere = `boite.${colleague.email}`
  const answer = await rest('POST', `/messages/${mail.id}/resend`, {
    as: colleague,
    body: { recipient: elsewhere },
  })
  expect(answer.status).toBe(201)
  await sendThrough(server.url)
  expect(tokenIn(elsewhere, 'decision')).toBe(name)
  expect(await isOpen(tokenIn(elsewhere, 'decision'))).toBe(false)
})

test('nor does whoever writes the link of somebody else into a message', async () => {
  const { id, link, name, client, token } = await asked()
  const told = await rest('POST', `/reservations/${id}/messages`, {
    as: colleague,
    body: { text: `Voyez ${link}` },
  })
  expect(told.status).toBe(201)
  await sendOnly([await messageOf(id, 'nouveau_message')])
  expect(tokenIn(client.email, 'decision')).toBe(name)

  await postponeAll()
  expect((await api.write(token, { body: { text: `Voyez ${link}` } })).status).toBe(201)
  const toColleague = await one<{ id: number }>(
    `select id from messages where reservation_id = $1 and template = 'nouveau_message'
       and recipient = $2 order by id desc limit 1`,
    [id, colleague.email],
  )
  await sendOnly([toColleague.id])
  expect(tokenIn(colleague.email, 'decision')).toBe(name)
})

test('the link to all bookings of one person is completed for nobody else', async () => {
  const victim = await aBooking([owner.id])
  await askAccessLink(victim.client.email, 'fr')
  await answerMailRequests(await house())
  const mail = await one<{ id: number; text: string }>(
    `select id, text from messages where template = 'lien_acces' and recipient = $1`,
    [victim.client.email],
  )
  const [link = '', name = ''] = /https?:\/\/\S+\/espace\/lien\/([\w-]{22})/.exec(mail.text) ?? []
  const thief = await aBooking([owner.id], { note: `Voyez ${link}` })
  const theirs = await rows<{ id: number }>(
    `select id from messages where reservation_id = $1 and channel = 'email'`,
    [thief.id],
  )
  await sendOnly(theirs.map(({ id }) => id))
  for (const address of [thief.client.email, owner.email])
    expect(['', name]).toContain(tokenIn(address, 'espace/lien'))
  await sendOnly([mail.id])
  expect(await spendAccessLink(tokenIn(victim.client.email, 'espace/lien'))).toEqual([
    victim.reservation.reference,
  ])
})

test('who reads the messages or the accounts takes none over by the link to a new password', async () => {
  const { email } = await aStaff('admin', 'Prisca Loemba')
  expect((await rest('POST', '/users/forgot-password', { body: { email } })).status).toBe(200)
  await answerMailRequests(await house())
  const mail = await one<{ id: number; text: string; html: string; kept: string }>(
    `select m.id, m.text, m.html, u.reset_password_token as kept from messages m
     join users u on u.email = m.recipient where m.recipient = $1`,
    [email],
  )
  const reset = async (token: string) =>
    (
      await rest('POST', '/users/reset-password', {
        body: { token, password: 'un-tout-autre-mot-de-passe' },
      })
    ).status
  const [link = '', name = ''] = /https?:\/\/\S+\/admin\/reset\/([\w.-]+)/.exec(mail.text) ?? []
  expect(mail.html).toContain(link)
  for (const token of [name, mail.kept, mail.kept.replace(/^.*:/, '')])
    expect(await reset(token)).toBe(403)

  const thief = await aBooking([owner.id], { note: `Voyez ${link}` })
  await sendOnly([await messageOf(thief.id, 'accuse_reception')])
  expect(['', name]).toContain(tokenIn(thief.client.email, 'admin/reset'))

  await sendOnly([mail.id])
  const token = tokenIn(email, 'admin/reset')
  expect(await reset(token)).toBe(200)
  expect(await reset(token)).toBe(403)
})
