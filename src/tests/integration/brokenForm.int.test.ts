import { expect, test, vi } from 'vitest'
import { BrokenOff, type BrokenForm } from '@/failure'
import { formPost } from '@/portal/formPost'
import { inRequest, type RequestUnderWay } from '@/requestId'
import { house } from '@/tests/support/house'

/** What the one wrapper of all forms says of one that does not come through, and to whom. */

const posted = (path: string, init: RequestInit) =>
  new Request(`http://localhost:3000/fr${path}`, {
    method: 'POST',
    ...init,
    headers: { 'x-scim-path': path, ...init.headers },
  })
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }

test.each([
  ['/suivi/recherche', 'Le formulaire est illisible.', 'Le formulaire est trop grand.'],
  ['/en/suivi/recherche', 'The form cannot be read.', 'The form is too large.'],
])('%s is refused in the language of its page', async (path, unreadable, tooLarge) => {
  const run = vi.fn()
  const odd = await formPost(posted(path, { body: '{}', headers: { 'Content-Type': 'x/y' } }), run)
  expect([odd.status, await odd.text()]).toEqual([400, unreadable])
  const large = { body: 'a=b', headers: { ...FORM, 'Content-Length': '70000' } }
  const answer = await formPost(posted(path, large), run)
  expect([answer.status, await answer.text()]).toEqual([413, tooLarge])
  expect(run).not.toHaveBeenCalled()
})

/** Posts a form whose work ends in `error`. @returns the note for the page that tells of it */
async function broken(error: unknown, subject: BrokenForm['subject'], body = 'cle=k&note=a%0Ab') {
  const { logger } = await house()
  const log = vi.spyOn(logger, 'error').mockImplementation(() => undefined)
  const underWay: RequestUnderWay = { id: 'x', missing: false }
  const request = posted('/en/x', { body, headers: FORM })
  const answer = await inRequest(underWay, () =>
    formPost(request, () => Promise.reject(error), subject),
  )
  expect([answer.status, log.mock.calls.length]).toEqual([503, 1])
  expect(await answer.text()).toContain('The service is interrupted')
  log.mockRestore()
  return underWay.failure
}

const coded = (code: string) => Object.assign(new Error(), { code })

test('a form that was surely not taken is told apart from one whose fate is unknown', async () => {
  const fields = { cle: 'k', note: 'a\nb' }
  const form = { subject: 'message', fields, reference: undefined }
  expect(await broken(coded('ECONNREFUSED'), 'message')).toEqual({
    away: true,
    form: { ...form, outcome: 'pas_envoye' },
  })
  expect(await broken(coded('57P01'), 'message')).toEqual({
    away: true,
    form: { ...form, outcome: 'inconnu' },
  })
  expect(await broken(new TypeError('x'), 'message')).toEqual({
    away: false,
    form: { ...form, outcome: 'inconnu' },
  })
})

test('what the work itself says goes before what the error says', async () => {
  const cause = coded('ECONNREFUSED')
  const recorded = new BrokenOff('enregistre', cause, 'RSV-7K3M-9QXA')
  expect(await broken(recorded, 'demande')).toMatchObject({
    away: true,
    form: { outcome: 'enregistre', reference: 'RSV-7K3M-9QXA' },
  })
})

test('after an unknown attempt one that surely failed does not make it known', async () => {
  const cause = coded('ECONNREFUSED')
  const failed = new BrokenOff('pas_envoye', cause)
  expect(await broken(failed, 'demande', 'cle=k&essai=oui')).toMatchObject({
    form: { outcome: 'inconnu' },
  })
})
