import { afterAll, beforeAll, expect, test } from 'vitest'
import { server, withMail } from '@/tests/support/mailHouse'
import { aMailServer, type MailServer } from '@/tests/support/mailServer'
import { aDueMail, outgoing, sendThrough } from '@/tests/support/outbox'

/** A mail server that encrypts, and whether its certificate is believed. */

withMail()

let own: MailServer
beforeAll(async () => {
  own = await aMailServer({ encrypted: true })
})
afterAll(() => own.close())

test.each(['127.0.0.1', 'localhost'])(
  'a server on this machine (%s) may have signed its certificate itself, as Debian’s Postfix has',
  async (host) => {
    const id = await aDueMail()
    await sendThrough(own.url.replace('127.0.0.1', host))
    expect(await outgoing(id)).toMatchObject({ state: 'envoyee', attempts: 1 })
  },
)

test('its certificate is looked at where SMTP_URL asks for it, and what is wrong with it is told', async () => {
  const id = await aDueMail()
  await sendThrough(`${own.url}?tls.rejectUnauthorized=true`)
  const row = await outgoing(id)
  expect(row).toMatchObject({ state: 'echouee', attempts: 1, sent: false })
  expect(row.last_error).toMatch(
    /^Serveur de messagerie injoignable \((\w*CERT\w*|UNABLE_TO_VERIFY_LEAF_SIGNATURE)\)\.$/,
  )
})

test('smtps:// to a port that speaks no TLS is told as that', async () => {
  const id = await aDueMail()
  await sendThrough(server.url.replace('smtp:', 'smtps:'))
  const row = await outgoing(id)
  expect(row).toMatchObject({ state: 'echouee', attempts: 1, sent: false })
  expect(row.last_error).toMatch(/^Serveur de messagerie injoignable \(ERR_SSL_\w+\)\.$/)
})
