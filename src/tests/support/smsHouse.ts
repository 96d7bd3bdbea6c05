import { afterAll, beforeAll, beforeEach } from 'vitest'
import { aProperty, aStaff, at, freshPhone, type Staff } from './house'
import { booked, rest } from './http'
import { channelsSet, postponeTexts, smsAt, takesTexts } from './phones'
import { aWebServer, type WebServer } from './webServer'

/** A house whose clients are told by text message too, through a gateway of the test's own. */

export let gateway: WebServer
export let owner: Staff
export let property: Awaited<ReturnType<typeof aProperty>>
let made = 0

/** For each test a gateway that takes everything, and nothing of an earlier test left to send. */
export function withSms(): void {
  beforeAll(async () => {
    gateway = await aWebServer(takesTexts)
    owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
    property = await aProperty({ owners: [owner.id] })
  })
  afterAll(() => gateway.close())
  beforeEach(async () => {
    channelsSet({ sms: smsAt(gateway.url) })
    gateway.behave(takesTexts)
    gateway.seen.length = 0
    await postponeTexts()
  })
}

/** A day of the property that no other test asks for. */
export const freshTime = () => at(2 + (made += 1), '09:00')

export async function request(changes: { phone?: string; email?: string | null } = {}) {
  const phone = changes.phone ?? freshPhone()
  const client = { name: 'Awa Mabiala', phone, email: 'awa@example.com', ...changes }
  const receipt = await booked(property, { client, startsAt: freshTime() })
  return { ...receipt, phone }
}

export const decide = (id: number, status: string) =>
  rest('PATCH', `/reservations/${id}`, { as: owner, body: { status } })
