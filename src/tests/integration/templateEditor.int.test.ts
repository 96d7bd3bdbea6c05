import { beforeAll, expect, test } from 'vitest'
import { fromNotation } from '@/domain/templateNotation'
import { BUILT_IN } from '@/messaging/builtIn/texts'
import { installTemplates } from '@/messaging/installTemplates'
import { aProperty, aStaff, at, house, type Staff } from '@/tests/support/house'
import { bodyOf, booked, rest, type Booked } from '@/tests/support/http'
import { count, one, rows } from '@/tests/support/sql'

let admin: Staff
let owner: Staff
let editor: Staff
let reservation: Booked

beforeAll(async () => {
  await installTemplates(await house())
  admin = await aStaff('admin', 'Prisca Loemba')
  owner = await aStaff('proprietaire', 'Clarisse Ngouabi')
  editor = await aStaff('editeur', 'Aimé Tchicaya')
  reservation = await booked(await aProperty({ owners: [owner.id] }), {
    client: { name: 'Bernadette Okemba', phone: '06 655 44 33', email: 'b.okemba@example.com' },
  })
})

type Previewed = {
  faults: { path: string; message: string }[]
  mail: { subject: string; text: string; html: string } | null
}
type Refused = { errors: { message: string; data?: { errors: { message: string }[] } }[] }

const wish = (changes: object = {}) => ({
  key: 'accuse_reception',
  locale: 'fr',
  ...BUILT_IN.accuse_reception.fr,
  ...changes,
})
const ask = (action: 'preview' | 'test', as: Staff | null, changes: object = {}) =>
  rest('POST', `/message-templates/${action}`, { as, body: wish(changes) })

const idOf = async (key: string, locale: string) =>
  (
    await one<{ id: number }>(
      'select id from message_templates where key::text = $1 and locale::text = $2',
      [key, locale],
    )
  ).id

test('an editor sees a text that is not saved as it would leave, with made-up people', async () => {
  const answer = await ask('preview', editor, {
    subject: fromNotation('Bien reçu, [reference]'),
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const { faults, mail } = bodyOf<Previewed>(answer)
  expect(faults).toEqual([])
  expect(mail?.subject).toBe('Bien reçu, RSV-7K3M-9QXA')
  expect(mail?.text).toContain('Bonjour Awa Mabiala,')
  expect(mail?.html).toContain('<!doctype html>')
  expect(mail?.html).toContain('Suivre ma demande')
})

test('the worst cases are asked for by name', async () => {
  const long = bodyOf<Previewed>(await ask('preview', editor, { sample: 'nom_long' }))
  expect(long.mail?.text).toContain('Marie-Antoinette Bienvenue-Espérance')
  const without = bodyOf<Previewed>(await ask('preview', editor, { sample: 'sans_whatsapp' }))
  expect(without.mail?.text).not.toContain('WhatsApp')
  expect(without.mail?.text).not.toContain('C’est urgent')
})

test('what keeps a text from being published is told while it is written', async () => {
  const incomplete = bodyOf<Previewed>(
    await ask('preview', editor, { body: fromNotation('Bonjour [client_nom]') }),
  )
  expect(incomplete.faults.map(({ message }) => message)).toContain(
    'Il manque la variable obligatoire « Heure promise ».',
  )
  expect(incomplete.mail?.text).toBe(
    'Bonjour Awa Mabiala\n\nEmpreinte de l’historique : 7F3A-09C2-51BE',
  )
  const broken = bodyOf<Previewed>(
    await ask('preview', editor, { body: fromNotation('Bonjour {{nom}}') }),
  )
  expect(broken.mail).toBeNull()
})

test('nobody but writers of texts may preview or test, and only as themselves', async () => {
  for (const action of ['preview', 'test'] as const) {
    expect((await ask(action, null)).status).toBe(401)
    expect((await ask(action, owner)).status).toBe(403)
  }
  expect(await count('messages', `subject like '[TEST]%'`)).toBe(0)
})

test('an owner reaches no template, by list, by id or by version', async () => {
  const id = await idOf('accuse_reception', 'fr')
  const paths = ['', `/${id}`, '/versions', '/count']
  for (const path of paths) {
    const answer = await rest('GET', `/message-templates${path}`, { as: owner })
    expect([path, answer.status]).toEqual([path, 403])
  }
})

test('an editor cannot look at a text with a real reservation, an administrator can', async () => {
  const real = { reservation: reservation.id }
  const refused = await ask('preview', editor, real)
  expect(refused.status).toBe(403)
  expect(refused.text).not.toContain('Okemba')
  const seen = await ask('preview', admin, real)
  expect(bodyOf<Previewed>(seen).mail?.text).toContain('Bernadette Okemba')
  expect((await ask('preview', admin, { reservation: 999_999 })).status).toBe(404)
})

const real = async (key: keyof typeof BUILT_IN, id: number) => {
  const answer = await ask('preview', admin, { key, ...BUILT_IN[key].fr, reservation: id })
  return bodyOf<Previewed>(answer).mail
}
const written = (key: string, id: number) =>
  one<{ subject: string; text: string; html: string }>(
    `select subject, text, html from messages where template = $1 and reservation_id = $2
       and audience = 'client' order by id desc limit 1`,
    [key, id],
  )

test('with a real reservation the preview is what its client was told, to the letter', async () => {
  const property = await aProperty({ owners: [owner.id] })
  const { id } = await booked(property, { startsAt: at(5, '09:00') })
  expect(await real('accuse_reception', id)).toEqual(await written('accuse_reception', id))
  const body = { status: 'annulee', statusNote: 'La maison est en travaux.' }
  expect((await rest('PATCH', `/reservations/${id}`, { as: owner, body })).status).toBe(200)
  const told = await written('annulation', id)
  expect(told.text).toContain('Autres dates libres')
  expect(await real('annulation', id)).toEqual(told)
})

test('before it is decided the preview tells of a real reservation what the decision would', async () => {
  const property = await aProperty({ owners: [owner.id] })
  const { id } = await booked(property, { startsAt: at(6, '09:00') })
  expect((await real('annulation', id))?.text).toMatch(
    /Statut : Annulée par l’agence[^]*Autres dates libres/,
  )
  const body = { text: 'Le portail est vert.' }
  await rest('POST', `/reservations/${id}/messages`, { as: owner, body })
  const mail = await real('nouveau_message', id)
  const footer = (html = '') => html.slice(html.lastIndexOf('Vous pouvez répondre') - 60)
  expect(footer(mail?.html)).toBe(footer((await written('nouveau_message', id)).html))
})

test('a preview says where a message is not read at all', async () => {
  const where = async (key: keyof typeof BUILT_IN, reader: string) =>
    bodyOf<{ onPage: boolean }>(await ask('preview', editor, { key, ...BUILT_IN[key].fr, reader }))
      .onPage
  expect(await where('confirmation', 'client')).toBe(true)
  expect(await where('nouveau_message', 'client')).toBe(false)
  expect(await where('lien_acces', 'client')).toBe(false)
  expect(await where('expiration', 'equipe')).toBe(false)
})

test('a wish that cannot be read is a 400, whatever it holds', async () => {
  const odd: object[] = [
    { key: 'inconnu' },
    { locale: 'de' },
    { sample: 'vraie' },
    { reservation: 'tout' },
    { reservation: -1 },
  ]
  for (const changes of odd)
    expect([changes, (await ask('preview', editor, changes)).status]).toEqual([changes, 400])
  const raw = await rest('POST', '/message-templates/preview', { as: editor, raw: '{' })
  expect(raw.status).toBe(400)
  for (const body of [null, 12, [], { root: null }, { root: { children: [null] } }])
    expect((await ask('preview', editor, { body })).status).toBe(200)
})

test('a test goes to the writer alone, made-up and marked, and is said to wait', async () => {
  const answer = await ask('test', editor, {
    recipient: 'autre@example.com',
    email: 'autre@example.com',
    sample: 'sejour',
  })
  expect(answer.status).toBe(200)
  expect(bodyOf<{ recipient: string }>(answer).recipient).toBe(editor.email)
  const message = await one(
    `select recipient, recipient_name, subject, state, channel, reservation_id, template, text
     from messages where subject like '[TEST]%'`,
  )
  expect(message).toMatchObject({
    recipient: editor.email,
    recipient_name: 'Aimé Tchicaya',
    subject: '[TEST] Votre demande RSV-7K3M-9QXA est bien enregistrée',
    state: 'a_envoyer',
    channel: 'email',
    reservation_id: null,
    template: null,
  })
  expect(message.text).toContain('(4 nuits)')
})

test('a test never carries a real reservation, not even for an administrator', async () => {
  expect((await ask('test', admin, { reservation: reservation.id })).status).toBe(200)
  const texts = await rows<{ text: string }>(
    `select text from messages where subject like '[TEST]%' and recipient = $1`,
    [admin.email],
  )
  expect(texts).toHaveLength(1)
  expect(texts[0]?.text).not.toContain('Okemba')
})

test('a text that cannot leave as it looks is not sent as a test either', async () => {
  const answer = await ask('test', admin, { body: fromNotation('Bonjour {{nom}}') })
  expect(answer.status).toBe(400)
  expect(bodyOf<Refused>(answer).errors[0]?.message).toBe(
    'Ce texte ne peut pas partir tel quel : corrigez-le d’abord.',
  )
})

test('ten tests in a quarter of an hour are enough for one person', async () => {
  const busy = await aStaff('editeur', 'Rose Bayonne')
  for (let turn = 0; turn < 10; turn += 1) expect((await ask('test', busy)).status).toBe(200)
  const refused = await ask('test', busy)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
  expect(await count('messages', 'recipient = $1', [busy.email])).toBe(10)
})
