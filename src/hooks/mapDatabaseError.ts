import type { AfterErrorHook } from 'payload'
import { localeOf } from '@/refusal'
import { databaseCode, databaseRefusal } from '@/databaseRefusal'
import { noteFailure } from '@/failure'

/**
 * What PostgreSQL says of a filter that fits no row: an operator that the field's type has not, a day
 * or an hour that is none, and of what Payload makes no whole statement of (part of a JSON field, rows
 * in order of another table's). Of a write the same would be a fault of ours.
 */
const STRANGE = /^(42883|42804|22007|22008|22009|42601|42P01)$/
const ASKS = ['where', 'sort', 'joins']
const UNANSWERED = {
  fr: 'On ne peut pas filtrer ainsi par ce champ.',
  en: 'This field cannot be filtered in this way.',
}

/** What the database refuses becomes a sentence and a status of its own, never a 500. */
export const mapDatabaseError: AfterErrorHook = ({ error, req }) => {
  noteFailure(error)
  const refusal = databaseRefusal(error)
  const asks = req.method === 'GET' && ASKS.some((name) => req.query[name] !== undefined)
  const strange = asks && STRANGE.test(databaseCode(error) ?? '')
  if (!refusal && !strange) return
  const { status, words } = refusal ?? { status: 400, words: UNANSWERED }
  return { status, response: { errors: [{ message: words[localeOf(req)] }] } }
}
