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
 * Payload answers a spent link to a new password in English, whoever reads it. Its panel makes a list
 * of what follows a colon, at the commas: here is neither.
 */
const SPENT_LINK = {
  fr: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre avec « Mot de passe oublié ? ».',
  en: 'This link was used already or is no longer valid. Ask for another with “Forgot your password?”.',
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
  if (error.message === 'Token is either invalid or has expired.')
    return { status, response: { errors: [{ message: SPENT_LINK[localeOf(req)] }] } }
  const [, path] = /^The following paths? cannot be queried: (.{1,60})/.exec(error.message) ?? []
  if (path !== undefined)
    return { status, response: { errors: [{ message: NOT_ASKED[localeOf(req)] + path }] } }
  const named = nameFields(asked)
  if (named) return { status, response: { errors: [{ name: 'ValidationError', ...named }] } }
  const isPublic = 'isPublic' in error && error.isPublic === true
  if (error.name || !isPublic) return
  return { status, response: { errors: [{ message: error.message }] } }
}
