import type { AfterErrorHook } from 'payload'
import { localeOf } from '@/refusal'
import { nameFields } from './nameFields'

const ONE_BY_ONE = {
  fr: 'Les fiches se modifient et se suppriment une par une.',
  en: 'Records are edited and deleted one by one.',
}

const NOT_ASKED = {
  fr: 'On ne filtre ni ne trie par ce champ : ',
  en: 'Not a field to filter or sort by: ',
}

/**
 * Says why something was refused. In a production build the classes of errors have no names, and
 * Payload answers “An unknown error occurred.” for every error without one.
 */
export const sayRefusal: AfterErrorHook = (asked) => {
  const { error, req } = asked
  const status = 'status' in error ? Number(error.status) : 500
  if (!(status >= 400 && status < 500)) return
  if (/^Collection \S+ has disabled bulk (edit|delete)$/.test(error.message))
    return { status, response: { errors: [{ message: ONE_BY_ONE[localeOf(req)] }] } }
  const [, path] = /^The following paths? cannot be queried: (.{1,60})/.exec(error.message) ?? []
  if (path !== undefined)
    return { status, response: { errors: [{ message: NOT_ASKED[localeOf(req)] + path }] } }
  const named = nameFields(asked)
  if (named) return { status, response: { errors: [{ name: 'ValidationError', ...named }] } }
  const isPublic = 'isPublic' in error && error.isPublic === true
  if (error.name || !isPublic) return
  return { status, response: { errors: [{ message: error.message }] } }
}
