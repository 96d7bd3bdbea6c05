import { expect, test } from 'vitest'
import { aProperty } from '@/tests/support/house'
import { booked, rest, type Body } from '@/tests/support/http'
import { checksums, one, rows } from '@/tests/support/sql'
import {
  withEditor,
  editor,
  id,
  SUBJECT,
  BODY,
  save,
  publish,
  acknowledgement,
} from '@/tests/support/templateHouse'

withEditor()

const SCRIPT_LINK = {
  root: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [
          {
            type: 'link',
            fields: { linkType: 'custom', url: 'javascript:alert(1)' },
            children: [{ type: 'text', text: 'Suivre ma demande' }],
          },
        ],
      },
    ],
  },
}

test('the published text is sent, with its number', async () => {
  const { revision } = await one<{ revision: string }>(
    'select revision from message_templates where id = $1',
    [id],
  )
  const mail = await acknowledgement()
  expect(mail.subject).toMatch(/^Demande RSV-\w{4}-\w{4} bien reçue$/)
  expect(mail.text).toContain('Bonjour Awa Mabiala,')
  expect(mail.template_version).toBe(revision)
})

test('a draft is never sent, however far it has come', async () => {
  const before = await acknowledgement()
  expect(
    (await save({ subject: 'Brouillon [reference]', body: BODY, _status: 'draft' })).status,
  ).toBe(200)
  const draft = await rest('PATCH', `/message-templates/${id}?draft=true`, {
    as: editor,
    body: { subject: 'Autre brouillon [reference]', body: BODY },
  })
  expect(draft.status).toBe(200)
  const mail = await acknowledgement()
  expect(mail.subject).not.toContain('rouillon')
  expect(mail.text.length).toBeGreaterThan(50)
  expect(before.subject).toMatch(/^Demande /)
})

test.each<[string, Body, RegExp]>([
  [
    'a variable between braces',
    { subject: SUBJECT, body: `${BODY}\n\n{{reference}}` },
    /accolades/,
  ],
  ['an unknown variable', { subject: SUBJECT, body: `${BODY}\n\n[mot_de_passe]` }, /mot_de_passe/],
  ['a required variable missing', { subject: SUBJECT, body: 'Bonjour [client_nom].' }, /./],
  ['an empty subject', { subject: '', body: BODY }, /[Oo]bjet/],
  ['an empty text', { subject: SUBJECT, body: '' }, /./],
  ['a link that runs a script', { subject: SUBJECT, body: SCRIPT_LINK }, /lien|adresse/i],
  ['a subject of two lines', { subject: 'Une\n\nDeux [reference]', body: BODY }, /ligne/],
])(
  'a text with %s is refused when it is published, with a sentence',
  async (_what, text, words) => {
    const before = await checksums('rate_limits')
    const answer = await publish(text)
    expect(answer.status).toBe(400)
    const [error] = (
      JSON.parse(answer.text) as { errors: { data?: { errors: { message: string }[] } }[] }
    ).errors // as: Payload's validation error.
    const sentences = error?.data?.errors.map(({ message }) => message) ?? []
    expect(sentences.length).toBeGreaterThan(0)
    expect(sentences.join(' ')).toMatch(words)
    for (const sentence of sentences) expect(sentence).toMatch(/^[«\p{Lu}].*[.!?»:)]$/su)
    expect(await checksums('rate_limits')).toEqual(before)
  },
)

test.each<[string, unknown]>([
  ['a number', 7],
  ['an array', []],
  ['an object that is no document', { a: 1 }],
  ['a document without children', { root: {} }],
  ['children that are no nodes', { root: { type: 'root', children: [1, null, 'x'] } }],
  ['an unknown node', { root: { type: 'root', children: [{ type: 'iframe', src: 'x' }] } }],
  ['NUL', 'a\u0000b [reference]'],
  ['half a surrogate', 'a\ud800b [reference]'],
])('%s for a text is refused, never a fault of ours', async (_what, body) => {
  const before = await checksums('rate_limits')
  for (const _status of ['draft', 'published']) {
    const answer = await save({ body, _status })
    expect([_status, answer.status]).toEqual([_status, 400])
  }
  expect(await checksums('rate_limits')).toEqual(before)
})

test('message and language of a template never change, and there is one of each', async () => {
  const moved = await save({ key: 'confirmation', locale: 'en' })
  expect(moved.status).toBeLessThan(500)
  expect(await one('select key, locale from message_templates where id = $1', [id])).toEqual({
    key: 'accuse_reception',
    locale: 'fr',
  })
  const twin = await rest('POST', '/message-templates', {
    as: editor,
    body: {
      key: 'accuse_reception',
      locale: 'fr',
      subject: SUBJECT,
      body: BODY,
      _status: 'published',
    },
  })
  expect(twin.status).toBe(400)
  expect(twin.text).toContain(
    'Ce message existe déjà dans cette langue : modifiez celui qui existe.',
  )
})

test('of two publications at once each has a number of its own', async () => {
  const texts = Array.from({ length: 6 }, (_, n) =>
    publish({ subject: `N° ${n} [reference]`, body: BODY }),
  )
  for (const { status } of await Promise.all(texts)) expect([200, 409]).toContain(status)
  const twice = await rows(
    `select version_revision from _message_templates_v where parent_id = $1
       and version__status = 'published' group by 1 having count(distinct version_subject::text) > 1`,
    [id],
  )
  expect(twice).toEqual([])
})

test('values are never read as markup or as variables', async () => {
  const { id: reservation } = await booked(await aProperty(), {
    client: {
      name: '<b>[reference] {{reference}}</b>',
      phone: '06 655 44 33',
      email: 'b@example.com',
    },
  })
  const mail = await one<{ text: string; html: string }>(
    `select text, html from messages where reservation_id = $1 and template = 'accuse_reception'`,
    [reservation],
  )
  // Braces are kept apart: two in a row would read as a hole that nobody filled.
  expect(mail.text).toContain('Bonjour <b>[reference] { {reference} }</b>,')
  expect(mail.html).not.toContain('<b>[ref')
  expect(mail.html).toContain('&lt;b&gt;')
})

test.each([
  ['fr', 'Accusé de réception · français'],
  ['en', 'Acknowledgement · French'],
])('a template bears its name in the language of who reads (%s)', async (language, title) => {
  await publish({ subject: SUBJECT, body: BODY })
  const headers = { 'Accept-Language': language }
  const { text } = await rest('GET', `/message-templates/${id}`, { as: editor, headers })
  expect(JSON.parse(text)).toMatchObject({ title })
  const kept = await one('select title from message_templates where id = $1', [id])
  expect(kept).toEqual({ title: 'Accusé de réception · français' })
})
