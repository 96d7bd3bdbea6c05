import { expect, test } from 'vitest'
import { server, withMail } from '@/tests/support/mailHouse'
import type { Behaviour } from '@/tests/support/mailServer'
import { aDueMail, becomesDue, outgoing, sendThrough } from '@/tests/support/outbox'

/** What surely has not left is tried again, however a server said no to the house. */

withMail()

test.each<[Behaviour, RegExp]>([
  ['554 at the greeting', /554 not you/],
  ['535 at the login', /535 wrong password/],
  ['530 at the sender', /530 log in first/],
  ['553 at the sender', /553 address not owned by user/],
  ['554 no relay', /554 Relay access denied/],
  ['550 of the sender at the recipient', /550 Sender verify failed/],
])('%s refuses the house, not the message: it is tried again', async (behaviour, error) => {
  const id = await aDueMail()
  server.behave(behaviour)
  await sendThrough(server.loginUrl)
  const row = await outgoing(id)
  expect(row.last_error).toMatch(error)
  expect(row).toMatchObject({ state: 'echouee', attempts: 1, sent: false })
  server.behave('accept')
  await becomesDue(id)
  await sendThrough(server.loginUrl)
  expect(await outgoing(id)).toMatchObject({ state: 'envoyee', attempts: 2 })
})

test.each<Behaviour>([
  'closed at the sender',
  'closed at the recipient',
  'silent at the recipient',
])(
  '%s: the text never left, so nothing is unknown and no number of tries loses the message',
  async (behaviour) => {
    const id = await aDueMail()
    server.behave(behaviour)
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await becomesDue(id)
      await sendThrough(server.url, 1_000)
      const row = await outgoing(id)
      expect(row.last_error).toMatch(/^Serveur de messagerie injoignable/)
      expect(row).toMatchObject({ state: 'echouee', attempts: attempt })
    }
    server.behave('accept')
    await becomesDue(id)
    await sendThrough(server.url)
    expect(await outgoing(id)).toMatchObject({ state: 'envoyee', attempts: 4 })
  },
)
