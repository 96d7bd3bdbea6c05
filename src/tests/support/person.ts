import { randomUUID } from 'node:crypto'
import { inTransaction } from '@/database'
import { askForMail } from '@/messaging/mailRequests'
import { takeReport } from '@/messaging/bounces'
import { openSession } from '@/portal/deviceSession'
import { trackingToken } from '@/secrets'
import { answerMailRequests } from '@/worker/answerMailRequests'
import { moved } from './clocks'
import { deliveryReport } from './deliveryReport'
import { at, freshPhone, house, type Staff } from './house'
import { api, booked, rest } from './http'
import { one, rows } from './sql'

/** Whatever could give the person away, in lower case: names, addresses, words, writings of a number. */
export function tracesOf(person: { name: string; phone: string; email: string }): string[] {
  const digits = person.phone.replace(/\D/g, '')
  return [
    ...person.name.toLowerCase().split(' '),
    person.email.toLowerCase(),
    person.phone,
    digits,
    digits.slice(1),
    digits.slice(1).replace(/(\d\d)(?=\d)/g, '$1 '),
  ]
}

/** Every row of every table, as text, that holds one of the traces: 'table: trace'. */
export async function findTraces(traces: string[], ask: typeof rows = rows): Promise<string[]> {
  const tables = await ask<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables)
    for (const { trace } of await ask<{ trace: string }>(
      `select distinct trace from ${name} t, unnest($1::text[]) trace
       where position(trace in lower(t::text)) > 0`,
      [traces],
    ))
      found.push(`${name}: ${trace}`)
  return found
}

let people = 0

/** A person who does all that leaves traces; the visit is over in the end. */
export async function aLife(property: { slug: string }, owner: Staff, day: number) {
  people += 1
  const right = {
    name: `Zenaide${people}x Kimbembe${people}x`,
    phone: freshPhone(),
    email: `zenaide${people}x@example.com`,
  }
  const wrong = {
    name: `Zanaide${people}x Kimbambe${people}x`,
    phone: freshPhone(),
    email: `zanaide${people}x@example.com`,
  }
  const note = `Motdelademande${people}x ${right.name}`
  const requestKey = randomUUID()
  const body = { requestKey, client: wrong, note, startsAt: at(day, '09:00') }
  const made = await booked(property, body)
  const act = async (action: string, sent: object) => {
    const { status, text } = await rest('POST', `/reservations/${made.id}/${action}`, {
      as: owner,
      body: sent,
    })
    if (status >= 300) throw new Error(`${action}: ${status} ${text}`)
  }
  const told = `Motinterne${people}x ${right.name} ${right.phone}`
  await act('contact', right)
  await act('note', { text: told })
  await act('answer', { channel: 'telephone', text: told })
  await act('messages', { text: `Bonjour ${right.name}, ${told}` })
  const { version } = await one<{ version: number }>(
    'select tracking_version::int as version from reservations where id = $1',
    [made.id],
  )
  const { reference } = made.reservation
  const token = trackingToken({ reference, trackingVersion: version })
  await api.write(token, { body: { text: `Motduclient${people}x, ici ${right.name}` } })
  const payload = await house()
  const { id: message } = await one<{ id: number }>(
    `select min(id)::int as id from messages where reservation_id = $1 and recipient = $2`,
    [made.id, right.email],
  )
  await rest('POST', `/messages/${message}/resend`, {
    as: owner,
    body: { recipient: `corrige.${right.email}` },
  })
  await askForMail(payload, { kind: 'lien_acces', email: right.email, locale: 'fr' })
  await answerMailRequests(payload)
  await askForMail(payload, { kind: 'lien_acces', email: right.email, locale: 'fr' })
  await rows(
    `update messages set state = 'en_cours' where reservation_id = $1 and recipient = $2
       and state = 'a_envoyer'`,
    [made.id, right.email],
  )
  await rows(
    `update messages set state = 'envoyee', sent_at = now(), provider_id = '<' || id || '@scim>',
       server_answer = '250 OK ' || recipient, last_error = 'mailbox of ' || recipient
     where reservation_id = $1 and state = 'en_cours'`,
    [made.id],
  )
  await rows(
    `insert into message_events (message_id, kind, attempt, said_by, detail)
     select id, 'acceptee', 1, 'mx.example', '250 OK ' || recipient from messages
     where reservation_id = $1 and state = 'envoyee'`,
    [made.id],
  )
  await inTransaction(payload, {}, (req) =>
    takeReport(req, deliveryReport({ recipient: right.email, messageId: `<${message}@scim>` })),
  )
  const session = await openSession(undefined, [reference])
  await api.cancel(token, { body: { note: `Motdelafin${people}x ${right.name}` } })
  await moved(made.id, { starts_at: '-2 days', ends_at: '-47 hours' })
  const { client } = await one<{ client: number }>(
    'select client_id as client from reservations where id = $1',
    [made.id],
  )
  const words = ['motdelademande', 'motinterne', 'motduclient', 'motdelafin'].map(
    (word) => `${word}${people}x`,
  )
  const traces = [...tracesOf(right), ...tracesOf(wrong), ...words]
  return { ...made, right, client, session, token, reference, requestKey, body, traces, message }
}
