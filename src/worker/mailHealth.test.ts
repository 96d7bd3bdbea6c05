import { expect, test } from 'vitest'
import { watchedMailer } from './mailHealth'

/** A post that refuses every mail so, until it is told to take them; its door opens to a knock. */
function aPost(refusal: { responseCode: number; command: string; response: string }) {
  let takes = false
  const watched = watchedMailer({
    name: 'post',
    defaultFromAddress: 'scim@example.com',
    defaultFromName: 'SCIM',
    knock: () => Promise.resolve(true),
    sendEmail: () =>
      takes ? Promise.resolve({}) : Promise.reject(Object.assign(new Error('no'), refusal)),
  })
  return {
    ...watched,
    take: () => {
      takes = true
    },
    send: () => watched.mailer.sendEmail({}).catch(() => undefined),
  }
}

test('a refused sender is down until a mail is taken: a knock that opens proves nothing', async () => {
  const post = aPost({ responseCode: 553, command: 'MAIL FROM', response: '553 not yours' })
  await post.send()
  await post.lookAgain()
  expect(post.downSince()).toBeInstanceOf(Date)
  post.take()
  await post.send()
  expect(post.downSince()).toBeNull()
})

test('a refused login is down until a knock opens', async () => {
  const post = aPost({ responseCode: 535, command: 'AUTH PLAIN', response: '535 wrong password' })
  await post.send()
  expect(post.downSince()).toBeInstanceOf(Date)
  await post.lookAgain()
  expect(post.downSince()).toBeNull()
})

test.each([
  { responseCode: 550, command: 'RCPT TO', response: '550 no such mailbox' },
  { responseCode: 550, command: 'RCPT TO', response: '550 Sender verify failed' },
  { responseCode: 451, command: 'MAIL FROM', response: '451 later' },
])('$response: the server works, one mail of it did not pass', async (refusal) => {
  const post = aPost(refusal)
  await post.send()
  expect(post.downSince()).toBeNull()
})
