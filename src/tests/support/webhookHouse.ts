import { afterAll, beforeAll, beforeEach } from 'vitest'
import { aProperty, aStaff, at, house, type Staff } from './house'
import { booked, bodyOf, rest } from './http'
import { one, rows } from './sql'
import { answers, aWebServer, onlyHere, type WebServer } from './webServer'
import { callWebhooks } from '@/worker/callWebhooks'

/** A house with one webhook, and the program that it calls. */

export let server: WebServer
export let owner: Staff
export let admin: Staff
export let property: Awaited<ReturnType<typeof aProperty>>
export let hook: number
export let secret: string
let made = 0

/** What a call is signed with from now on, as an administrator is shown it. */
export async function renewSecret(): Promise<string> {
  const shown = await rest('POST', `/webhooks/${hook}/secret`, { as: admin, body: {} })
  secret = bodyOf<{ secret: string }>(shown).secret
  return secret
}

export const request = () => booked(property, { startsAt: at(2 + (made += 1), '09:00') })
export const send = async () => callWebhooks(await house(), { mayReach: onlyHere })

type State = {
  id: number
  state: string
  attempts: number
  answer_status: number | null
  last_error: string | null
  wait: number | null
}
export const delivery = (reservation: number) =>
  one<State>(
    `select id, state, attempts::int, answer_status::int, last_error,
       round(extract(epoch from next_attempt_at - now()) / 60)::int as wait
     from webhook_deliveries where reservation_id = $1`,
    [reservation],
  )

/** For each test a program that takes everything, and no call of an earlier test left to make. */
export function withWebhook(): void {
  beforeAll(async () => {
    server = await aWebServer(answers(204))
    owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
    admin = await aStaff('admin', 'Prisca Loemba')
    property = await aProperty({ owners: [owner.id] })
    const made = await rest('POST', '/webhooks', {
      as: admin,
      body: {
        name: 'Comptabilité',
        address: `${server.url}/scim`,
        events: ['demandee', 'confirmee', 'annulee', 'deplacee', 'en_retard', 'message'],
      },
    })
    hook = bodyOf<{ doc: { id: number } }>(made).doc.id
    await renewSecret()
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    server.behave(answers(204))
    server.seen.length = 0
    await rows(`update webhook_deliveries set next_attempt_at = now() + interval '1 day'
    where state in ('a_envoyer', 'echouee')`)
  })
}
