import { APIError, QueryError, type PayloadRequest } from 'payload'
import { expect, test } from 'vitest'
import { sayRefusal } from './sayRefusal'

/** As in a production build, whose classes have no names. */
function nameless(error: Error): Error {
  error.name = ''
  return error
}

const said = (error: Error, language: 'fr' | 'en' = 'fr') =>
  sayRefusal({
    error,
    // as: the hook reads the language alone.
    req: { i18n: { language } } as PayloadRequest,
    context: {},
    result: { errors: [] },
  })

test('a public refusal says its sentence though its class has no name', () => {
  expect(said(nameless(new APIError('Pas ainsi.', 400, null, true)))).toEqual({
    status: 400,
    response: { errors: [{ message: 'Pas ainsi.' }] },
  })
})

test('what nobody should read stays unsaid', () => {
  expect(said(nameless(new APIError('select secret', 400, null, false)))).toBe(undefined)
  expect(said(nameless(new APIError('broken', 500, null, true)))).toBe(undefined)
  expect(said(new Error('broken'))).toBe(undefined)
})

test.each(['edit', 'delete'])('a %s in bulk is refused in words', (what) => {
  const error = new APIError(`Collection messages has disabled bulk ${what}`, 403)
  expect(said(error)).toMatchObject({
    status: 403,
    response: { errors: [{ message: 'Les fiches se modifient et se suppriment une par une.' }] },
  })
  expect(said(nameless(error), 'en')).toMatchObject({
    response: { errors: [{ message: 'Records are edited and deleted one by one.' }] },
  })
})

test('a field that nobody may ask about is named in words', () => {
  const error = new QueryError([{ path: 'trackingHash' }])
  expect(said(nameless(error))).toEqual({
    status: 400,
    response: { errors: [{ message: 'On ne filtre ni ne trie par ce champ : trackingHash' }] },
  })
  expect(said(error, 'en')).toMatchObject({
    response: { errors: [{ message: 'Not a field to filter or sort by: trackingHash' }] },
  })
})
