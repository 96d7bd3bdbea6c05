import { afterAll, beforeAll, beforeEach } from 'vitest'
import { aProperty, aStaff, at, freshPhone, type Staff } from './house'
import { booked } from './http'
import { channelsSet, postponeTexts, takesTemplates, takesTexts, whatsappAt } from './phones'
import { aWebServer, type WebServer } from './webServer'

/** A house whose clients are told by WhatsApp, through a Meta and a gateway of the test’s own. */

export let meta: WebServer
export let gateway: WebServer
export let owner: Staff
let property: Awaited<ReturnType<typeof aProperty>>
let made = 0

export async function request(changes: object = {}) {
  const phone = freshPhone()
  const client = { name: 'Awa Mabiala', phone, email: 'awa@example.com' }
  const startsAt = at(2 + (made += 1), '09:00')
  return { ...(await booked(property, { client, startsAt, ...changes })), phone }
}

/** For each test a Meta that takes everything, and nothing of an earlier test left to send. */
export function withWhatsapp(): void {
  beforeAll(async () => {
    meta = await aWebServer(takesTemplates)
    gateway = await aWebServer(takesTexts)
    owner = await aStaff('proprietaire', 'Clarisse Ngouabi')
    property = await aProperty({ owners: [owner.id] })
  })
  afterAll(() => Promise.all([meta.close(), gateway.close()]))
  beforeEach(async () => {
    channelsSet({ whatsappApi: whatsappAt(meta.url) })
    meta.behave(takesTemplates)
    meta.seen.length = 0
    gateway.seen.length = 0
    await postponeTexts()
  })
}
