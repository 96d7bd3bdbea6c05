import type { AfterErrorHook } from 'payload'
import { localeOf } from '@/refusal'
import { databaseRefusal } from '@/databaseRefusal'

/** What the database refuses becomes a sentence and a status of its own, never a 500. */
export const mapDatabaseError: AfterErrorHook = ({ error, req }) => {
  const refusal = databaseRefusal(error)
  if (!refusal) return
  return {
    status: refusal.status,
    response: { errors: [{ message: refusal.words[localeOf(req)] }] },
  }
}
