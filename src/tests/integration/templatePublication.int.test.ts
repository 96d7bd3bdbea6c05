import { beforeAll, expect, test } from 'vitest'
import { BUILT_IN } from '@/messaging/builtIn/texts'
import { installTemplates } from '@/messaging/installTemplates'
import { aStaff, house, type Staff } from '@/tests/support/house'
import { rest } from '@/tests/support/http'
import { one } from '@/tests/support/sql'

/** What becomes of a text that cannot leave as it is: refused with a sentence, or kept as a draft. */

let editor: Staff

beforeAll(async () => {
  await installTemplates(await house())
  editor = await aStaff('editeur', 'Aimé Tchicaya')
})

type Refused = { errors: { data?: { errors: { message: string }[] } }[] }

const idOf = async (key: string, locale: string) =>
  (
    await one<{ id: number }>(
      'select id from message_templates where key::text = $1 and locale::text = $2',
      [key, locale],
    )
  ).id

const patch = (id: number, body: object) =>
  rest('PATCH', `/message-templates/${id}`, { as: editor, body })

const sentences = ({ text }: { text: string }) =>
  // as: Payload's shape of a refused write.
  (JSON.parse(text) as Refused).errors.flatMap(
    ({ data }) => data?.errors.map(({ message }) => message) ?? [],
  )

test('publication is refused with the sentence that helps', async () => {
  const id = await idOf('confirmation', 'fr')
  const whole = BUILT_IN.confirmation.fr
  const link = (url: string) => {
    const { root } = whole.body
    const node = {
      type: 'link',
      version: 3,
      fields: { linkType: 'custom', url, newTab: false },
      children: [{ type: 'text', version: 1, text: 'ici', format: 0 }],
    }
    const paragraph = { type: 'paragraph', version: 1, children: [node] }
    return { root: { ...root, children: [...root.children, paragraph] } }
  }
  const cases: [object, string][] = [
    [{ body: 'Bonjour [client_nom]' }, 'Il manque la variable obligatoire « Bien ».'],
    [{ body: `Bonjour {{nom}}` }, 'N’écrivez pas les variables entre accolades'],
    [{ subject: ' ' }, 'L’objet est vide.'],
    [{ subject: `${'a'.repeat(121)} [reference]` }, '120 au plus'],
    [{ subject: `${'a'.repeat(112)} [reference]` }, '120 au plus'],
    [{ body: link('pas une adresse') }, 'doit commencer par https://'],
    [{ body: link('javascript:alert(1)') }, 'doit commencer par https://'],
  ]
  for (const [changes, sentence] of cases) {
    const answer = await patch(id, { ...whole, ...changes, _status: 'published' })
    expect([sentence, answer.status]).toEqual([sentence, 400])
    expect(sentences(answer).join(' ')).toContain(sentence)
  }
  const { revision } = await one<{ revision: string }>(
    'select revision from message_templates where id = $1',
    [id],
  )
  expect(Number(revision)).toBe(1)
})

test('an unfinished text is kept as a draft and is not sent', async () => {
  const id = await idOf('annulation', 'fr')
  const saved = await rest('PATCH', `/message-templates/${id}?draft=true`, {
    as: editor,
    body: { subject: 'À finir', _status: 'draft' },
  })
  expect(saved.status).toBe(200)
  const { subject } = await one<{ subject: unknown }>(
    'select subject from message_templates where id = $1',
    [id],
  )
  expect(JSON.stringify(subject)).not.toContain('À finir')
})
