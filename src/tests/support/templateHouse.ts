import { beforeAll, beforeEach } from 'vitest'
import { aProperty, aStaff, type Staff } from './house'
import { booked, rest, type Body } from './http'
import { one } from './sql'

/** An editor at work on the French acknowledgement. */

export let editor: Staff
export let id: number

/** Texts as programs may send them, in the notation of the built-in ones. */
export const SUBJECT = 'Demande [reference] bien reçue'
export const BODY = [
  'Bonjour [client_nom],',
  'Référence : [reference]. Réponse avant [echeance].',
  '[lien_suivi]',
  'Écrivez à [contact_email].',
].join('\n\n')

/** Each test begins with a published text of the editor's. */
export function withEditor(): void {
  beforeAll(async () => {
    editor = await aStaff('editeur', 'Aimé Tchicaya')
    id = await idOfText()
  })
  beforeEach(async () => {
    const answer = await publish({ subject: SUBJECT, body: BODY })
    if (answer.status !== 200) throw new Error(answer.text)
  })
}

async function idOfText() {
  const row = await one<{ id: number }>(
    `select id from message_templates where key = 'accuse_reception' and locale = 'fr'`,
  )
  return row.id
}

/** After the row was made anew. */
export async function findTextAgain() {
  id = await idOfText()
}

export const save = (body: Body) => rest('PATCH', `/message-templates/${id}`, { as: editor, body })
export const publish = (body: Body) => save({ ...body, _status: 'published' })

/** What a client who asks now is sent. */
export const acknowledgement = async () => {
  const { id: reservation } = await booked(await aProperty())
  return one<{ subject: string; text: string; template_version: string }>(
    `select subject, text, template_version from messages
     where reservation_id = $1 and template = 'accuse_reception'`,
    [reservation],
  )
}
