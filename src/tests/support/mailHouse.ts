import { afterAll, beforeAll, beforeEach } from 'vitest'
import { aStaff, type Staff } from './house'
import { aMailServer, type MailServer } from './mailServer'
import { postponeAll } from './outbox'

/** A mail server of the test's own, and an owner to write to. */

export let server: MailServer
export let owner: Staff

/** For each test the server takes everything, and nothing of an earlier test is due. */
export function withMail(): void {
  beforeAll(async () => {
    server = await aMailServer()
    owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    server.behave('accept')
    await postponeAll()
  })
}
