import type { ParsedMail } from 'mailparser'
import { expect, test } from 'vitest'
import { aProperty, freshPhone, house } from '@/tests/support/house'
import { api, booked, rest } from '@/tests/support/http'
import { owner, server, withMail } from '@/tests/support/mailHouse'
import { sendThrough } from '@/tests/support/outbox'
import { rows } from '@/tests/support/sql'

withMail()

let people = 0
const aClient = (name = 'Awa Mabiala') => {
  people += 1
  return { name, phone: freshPhone(), email: `cliente-${people}@example.com` }
}

test('a reservation is one thread: stable ids, the reference, and automatic where it is', async () => {
  const client = aClient()
  const { id, token, reservation } = await booked(await aProperty({ owners: [owner.id] }), {
    client,
  })
  await rest('PATCH', `/reservations/${id}`, { as: owner, body: { status: 'confirmee' } })
  await api.cancel(token, { body: { note: 'Un empêchement.' } })
  await sendThrough(server.url)
  const mails = inOrder(server.mailsTo(client.email))
  const stored = await rows<{ id: number; template: string }>(
    'select id, template from messages where reservation_id = $1 and recipient = $2 order by id',
    [id, client.email],
  )
  expect(stored.map(({ template }) => template)).toEqual([
    'accuse_reception',
    'confirmation',
    'annulation',
  ])
  const ids = stored.map((message) => `<message-${message.id}@localhost>`)
  expect(mails.map(idOf)).toEqual(ids)
  expect(mails.map(({ inReplyTo }) => inReplyTo)).toEqual([undefined, ids[0], ids[1]])
  expect(mails.map(({ references }) => references)).toEqual([undefined, ids[0], [ids[0], ids[1]]])
  for (const mail of mails) {
    expect(mail.headers.get('x-scim-reference')).toBe(reservation.reference)
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.from?.value).toEqual([{ name: 'Réservations', address: 'contact@scim.example' }])
    expect(mail.subject).toContain(reservation.reference)
  }
  // The owner's mails thread among themselves, never into the client's.
  const [request, cancelled] = inOrder(server.mailsTo(owner.email))
  expect(request?.inReplyTo).toBeUndefined()
  expect(cancelled?.inReplyTo).toBe(request?.messageId)
})

const idOf = ({ messageId }: { messageId?: string }) => messageId ?? ''

/** Several are sent at once: they arrive in any order. */
const inOrder = (mails: ParsedMail[]) =>
  mails.sort((one, other) => idOf(one).localeCompare(idOf(other), 'fr', { numeric: true }))

/** What a reader sees of an HTML mail's body: its words, without layout, footer and link targets. */
const words = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>|<title[\s\S]*?<\/title>/g, ' ')
    .replace(/<\/?(strong|em|b|i|span|a)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(39|x27);/g, '’')
    .replace(/['’]/g, '’')
    .replace(/\s+/g, ' ')

test('text and HTML say the same, and the link of the mail opens the reservation', async () => {
  const client = aClient()
  const { token, trackingUrl } = await booked(await aProperty({ owners: [owner.id] }), { client })
  await sendThrough(server.url)
  for (const mail of [...server.mailsTo(client.email), ...server.mailsTo(owner.email).slice(-1)]) {
    const seen = words(String(mail.html))
    const said = (mail.text ?? '')
      .replace(/https?:\/\/\S+/g, ' ')
      .split('\n')
      .map((line) =>
        line
          .replace(/^(- |\d+\. )/, '')
          .replace(/ : *$/, '')
          .replace(/['’]/g, '’')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter(Boolean)
    expect(said.length).toBeGreaterThan(3)
    for (const line of said) expect(seen).toContain(line)
  }
  const [mail] = server.mailsTo(client.email)
  expect(mail?.text).toContain(trackingUrl)
  expect(String(mail?.html)).toContain(`href="${trackingUrl}"`)
  const opened = /\/suivi\/([\w-]+)/.exec(mail?.text ?? '')?.[1]
  expect(opened).toBe(token)
  expect((await api.view(opened ?? '')).status).toBe(200)
  // The owner gets a link to decide and never the client's own.
  const [toOwner] = server.mailsTo(owner.email).slice(-1)
  expect(toOwner?.text).toContain('http://localhost:3000/decision/')
  expect(`${toOwner?.text}${toOwner?.html}`).not.toContain('/suivi/')
})

test.each([
  ['a line break and a header', 'Awa\r\nBcc: evil@example.com'],
  ['an address', 'Awa <evil@example.com>'],
  ['a list of addresses', 'evil@example.com, Awa'],
  ['quotes', '"Awa" <evil@example.com>, "B'],
  ['markup', '<b>Awa</b><script>alert(1)</script>'],
  ['a variable', '{{lien_suivi}} [lien_suivi]'],
  ['another writing', 'Awa آوا 阿瓦 Ａ'],
])('a name with %s reaches its own reader alone and adds no header', async (_what, name) => {
  const client = aClient(name)
  await booked(await aProperty({ owners: [owner.id] }), { client })
  const before = server.received.length
  await sendThrough(server.url)
  const fresh = server.received.slice(before)
  expect(fresh.map(({ to }) => to).sort()).toEqual([[client.email], [owner.email]].sort())
  for (const { mail, raw } of fresh) {
    expect(mail.bcc).toBeUndefined()
    expect(mail.cc).toBeUndefined()
    const [headers = ''] = raw.split('\r\n\r\n')
    expect(headers).not.toMatch(/^bcc:/im)
    expect(String(mail.html)).not.toContain('<script>')
    expect(String(mail.html)).not.toContain('<b>Awa</b>')
  }
  const to = fresh.find(({ to: [address] }) => address === client.email)?.mail.to
  const [header] = Array.isArray(to) ? to : [to]
  expect(header?.value.map(({ address }) => address)).toEqual([client.email])
})

test('a title with a line break cannot write headers into the subject', async () => {
  const payload = await house()
  const property = await aProperty()
  await payload.update({
    collection: 'properties',
    id: property.id,
    overrideAccess: true,
    data: { title: 'Villa\r\nX-Evil: 1\r\n\r\nAutre texte' },
  })
  const client = aClient()
  await booked(property, { client })
  await sendThrough(server.url)
  const [mail] = server.mailsTo(client.email)
  expect(mail?.headers.has('x-evil')).toBe(false)
  expect(mail?.subject).not.toMatch(/[\r\n]/)
  expect(mail?.text).toMatch(/Référence : RSV-/)
})

test('the client’s own words are escaped in the owner’s mail', async () => {
  const client = aClient()
  const note = '<img src=x onerror=alert(1)> & "bonjour"\nhttps://example.com'
  await booked(await aProperty({ owners: [owner.id] }), { client, note })
  await sendThrough(server.url)
  const [mail] = server.mailsTo(owner.email).slice(-1)
  expect(mail?.text).toContain('<img src=x onerror=alert(1)> & "bonjour"')
  expect(String(mail?.html)).not.toContain('<img')
  expect(String(mail?.html)).toContain('&lt;img src=x onerror=alert(1)&gt;')
})
