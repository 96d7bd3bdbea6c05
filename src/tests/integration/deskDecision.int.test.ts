import { beforeAll, expect, test } from 'vitest'
import { POST as decisionForm } from '@/app/(portal)/[lang]/decision/[token]/envoi/route'
import type { Property } from '@/payload-types'
import { completeLinks } from '@/messaging/decisionLink'
import { decideByLink, decisionPage } from '@/portal/decision'
import { aProperty, aStaff, at, day, house, type Staff } from '@/tests/support/house'
import { booked, rest } from '@/tests/support/http'
import { checksums, one, rows } from '@/tests/support/sql'

let owner: Staff
let colleague: Staff
let admin: Staff
let property: Property

beforeAll(async () => {
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  colleague = await aStaff('proprietaire', 'Clarisse Ngouabi')
  admin = await aStaff('admin', 'Prisca Loemba')
  property = await aProperty({ owners: [owner.id, colleague.id] })
})

let slot = 0
/** A request and the token in the mail of each owner, as the mail leaves. */
async function asked() {
  slot += 1
  const request = await booked(property, { startsAt: at(2 + slot, '10:00') })
  const mails = await rows<{ recipient: string; text: string }>(
    `select recipient, text from messages where reservation_id = $1 and template = 'nouvelle_demande'`,
    [request.id],
  )
  const tokenOf = (person: Staff) => {
    const mail = mails.find(({ recipient }) => recipient === person.email)
    const [, token = ''] =
      /\/decision\/([\w.-]+)/.exec(completeLinks(mail?.text ?? '', () => true)) ?? []
    return token
  }
  return { ...request, mails, tokenOf }
}

const statusOf = (id: number) =>
  one<{ status: string; decided_by_name: string | null }>(
    'select status, decided_by_name from reservations where id = $1',
    [id],
  )
const why = async (token: string) => {
  const page = await decisionPage(token, 'fr')
  return page.open ? 'ouvert' : page.why
}

test('each owner has a link of their own; what is stored does not open it', async () => {
  const { mails, tokenOf } = await asked()
  expect(mails).toHaveLength(2)
  expect(tokenOf(owner)).not.toBe(tokenOf(colleague))
  expect(tokenOf(owner).split('.')[1]).toMatch(/^[\w-]{43}$/)
  const stored = mails.map(({ text }) => /\/decision\/([\w.-]+)/.exec(text)?.[1] ?? '')
  for (const name of stored) expect(await why(name)).toBe('inconnu')
  const { text: dump } = await one<{ text: string }>(
    `select string_agg(l::text, ' ') as text from decision_links l`,
  )
  expect(dump).not.toContain(tokenOf(owner).split('.')[1])
})

test('opening the link, as mail scanners do, changes nothing', async () => {
  const { tokenOf } = await asked()
  const before = await checksums('rate_limits')
  for (let turn = 0; turn < 3; turn += 1) expect(await why(tokenOf(owner))).toBe('ouvert')
  expect(await checksums('rate_limits')).toEqual(before)
})

test('the owner confirms in their own name, with a word to the client, once', async () => {
  const { id, tokenOf } = await asked()
  const first = await decideByLink(tokenOf(owner), { status: 'confirmee', note: 'À demain.' })
  expect(first).toBe(true)
  expect(await statusOf(id)).toEqual({
    status: 'confirmee',
    decided_by_name: 'Jean-Bosco Makosso',
  })
  const step = await one<{ actor: string; note: string }>(
    `select actor, note from status_history where reservation_id = $1 and "to" = 'confirmee'`,
    [id],
  )
  expect(step).toEqual({ actor: 'proprietaire', note: 'À demain.' })
  expect(await decideByLink(tokenOf(owner), { status: 'annulee', note: '' })).toBe(false)
  expect((await statusOf(id)).status).toBe('confirmee')
})

test.each([1, 2, 3, 4, 5, 6])('the second of two owners reads who was first (%i)', async () => {
  const { id, tokenOf } = await asked()
  const did = await Promise.all([
    decideByLink(tokenOf(owner), { status: 'confirmee', note: '' }),
    decideByLink(tokenOf(colleague), { status: 'annulee', note: '' }),
  ])
  expect([...did].sort()).toEqual([false, true])
  const [first] = did
  const { status, decided_by_name } = await statusOf(id)
  expect(status).toBe(first ? 'confirmee' : 'annulee')
  for (const person of [owner, colleague]) {
    const page = await decisionPage(tokenOf(person), 'fr')
    if (page.open) throw new Error('still open')
    expect(page.why).toBe('decide')
    expect(page.decided?.name).toBe(decided_by_name)
    expect(page.decided?.status).toBe(status)
    expect(page.decided?.label).toBe(first ? 'Confirmée' : 'Annulée')
  }
})

test('dates that a colleague moved while the page was read are not confirmed unseen; the link stays', async () => {
  const { id, tokenOf } = await asked()
  const read = async () => {
    const page = await decisionPage(tokenOf(owner), 'fr')
    if (!page.open) throw new Error('closed')
    return page.seen
  }
  const before = await read()
  const moved = await rest('POST', `/reservations/${id}/move`, {
    as: colleague,
    body: { startsAt: at(20, '09:00') },
  })
  expect(moved.status).toBe(200)
  const wish = { status: 'confirmee', note: '' }
  expect(await decideByLink(tokenOf(owner), { ...wish, seen: before })).toBe(false)
  expect((await statusOf(id)).status).toBe('en_attente')
  expect(await decideByLink(tokenOf(owner), { ...wish, seen: await read() })).toBe(true)
  expect((await statusOf(id)).status).toBe('confirmee')
})

test('an address that no mail ever named is no fault of the house', async () => {
  // Next hands a route its part of the address decoded: `%25` is a lone percent sign.
  const request = new Request('http://localhost:3000/decision/%25/envoi', {
    method: 'POST',
    body: new URLSearchParams({ decision: 'confirmee' }),
  })
  const params = Promise.resolve({ lang: 'fr', token: '%' })
  const answer = await decisionForm(request, { params })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/decision/%25?fait=rien'])
})

test('a used, expired or revoked link decides nothing and says why', async () => {
  const expired = await asked()
  await rows(`update decision_links set expires_at = now() where reservation_id = $1`, [expired.id])
  expect(await why(expired.tokenOf(owner))).toBe('expire')
  await decideByLink(expired.tokenOf(owner), { status: 'confirmee', note: '' })
  expect((await statusOf(expired.id)).status).toBe('en_attente')

  const used = await asked()
  await rows(`update decision_links set used_at = now() where reservation_id = $1`, [used.id])
  expect(await why(used.tokenOf(owner))).toBe('utilise')
  await decideByLink(used.tokenOf(owner), { status: 'annulee', note: '' })
  expect((await statusOf(used.id)).status).toBe('en_attente')

  const revoked = await asked()
  const payload = await house()
  const owners = (ids: number[]) =>
    payload.update({
      collection: 'properties',
      id: property.id,
      overrideAccess: true,
      data: { owners: ids },
    })
  await owners([owner.id])
  expect(await why(revoked.tokenOf(colleague))).toBe('revoque')
  await decideByLink(revoked.tokenOf(colleague), { status: 'annulee', note: '' })
  expect((await statusOf(revoked.id)).status).toBe('en_attente')
  await owners([owner.id, colleague.id])
})

test('a link of one request opens no other, and a made-up one nothing', async () => {
  const { tokenOf } = await asked()
  const [name = '', mac = ''] = tokenOf(owner).split('.')
  const [other = ''] = (await asked()).tokenOf(owner).split('.')
  expect(await why(`${other}.${mac}`)).toBe('inconnu')
  expect(await why(`${name}.${'A'.repeat(43)}`)).toBe('inconnu')
  for (const token of ['', 'x', '../admin', `${name}.${mac}x`])
    expect(await why(token)).toBe('inconnu')
})

test('an admin takes a call: source, actor, promise and messages as on the site', async () => {
  const body = {
    requestKey: crypto.randomUUID(),
    property: property.id,
    kind: 'visite',
    startsAt: at(40, '09:00'),
    client: { name: 'Serge Bouanga', phone: '05 523 45 67' },
    locale: 'fr',
    consent: true,
  }
  const answer = await rest('POST', '/reservations/call', { as: admin, body })
  expect(answer.status).toBe(201)
  const { id } = JSON.parse(answer.text) as { id: number } // as: looked at beneath.
  const row = await one<{ source: string; status: string; respond_by: Date }>(
    'select source, status, respond_by from reservations where id = $1',
    [id],
  )
  expect(row).toMatchObject({ source: 'telephone', status: 'en_attente' })
  expect(
    await one('select actor, actor_name from status_history where reservation_id = $1', [id]),
  ).toEqual({ actor: 'admin', actor_name: 'Prisca Loemba' })
  const templates = await rows<{ template: string }>(
    'select distinct template from messages where reservation_id = $1 order by 1',
    [id],
  )
  expect(templates.map(({ template }) => template)).toEqual([
    'accuse_reception',
    'nouvelle_demande',
  ])
  const again = await rest('POST', '/reservations/call', { as: admin, body })
  expect((JSON.parse(again.text) as { id: number }).id).toBe(id)
})

test('a call can be confirmed at once, is refused field by field, and only where one manages', async () => {
  const stranger = await aStaff('proprietaire', 'Une autre')
  const editor = await aStaff('editeur', 'Aimé Tchicaya')
  const body = {
    requestKey: crypto.randomUUID(),
    property: property.id,
    kind: 'sejour',
    startsAt: day(50),
    endsAt: day(52),
    client: { name: 'Nadège Mouyabi', phone: '06 934 56 78' },
    locale: 'fr',
    consent: true,
    confirm: true,
  }
  expect((await rest('POST', '/reservations/call', { body })).status).toBe(401)
  expect((await rest('POST', '/reservations/call', { as: editor, body })).status).toBe(403)
  expect((await rest('POST', '/reservations/call', { as: stranger, body })).status).toBe(400)
  const wrong = await rest('POST', '/reservations/call', {
    as: owner,
    body: { ...body, client: { name: '', phone: '12' } },
  })
  expect(wrong.status).toBe(400)
  expect(wrong.text).toContain('client.name')
  expect(wrong.text).toContain('client.phone')
  const taken = await rest('POST', '/reservations/call', { as: owner, body })
  expect(taken.status).toBe(201)
  expect(taken.text).toContain('"status":"confirmee"')
  const twice = { ...body, requestKey: crypto.randomUUID() }
  expect((await rest('POST', '/reservations/call', { as: owner, body: twice })).status).toBe(409)
})
