import { getTranslation } from '@payloadcms/translations'
import type { AfterErrorHook } from 'payload'

type Asked = Parameters<AfterErrorHook>[0]
type FieldFault = { path: string; label?: unknown; message: string }

/**
 * The notice of a refused form, where Payload names a field by its path or speaks English whatever
 * the panel speaks: of values that must be unique, and of an address that has an account already.
 */
export function nameFields({ collection, error, req }: Asked) {
  const faults = faultsOf(error)
  if (!faults || faults.every(({ label }) => label)) return null
  const labelOf = (path: string) =>
    collection?.flattenedFields.find(({ name }) => name === path)?.label
  const names = faults.map(({ path, label }) => {
    // as: Payload's own labels, in whatever form; its error keeps them as they came.
    const known = (label ?? labelOf(path)) as Parameters<typeof getTranslation>[0] | undefined
    return known ? getTranslation(known, req.i18n) : path
  })
  const notice = req.t('error:followingFieldsInvalid', { count: faults.length })
  return { data: { errors: faults }, message: `${notice} ${names.join(', ')}` }
}

function faultsOf(error: Error): FieldFault[] | null {
  const data = 'data' in error ? error.data : null
  const errors = typeof data === 'object' && data && 'errors' in data ? data.errors : null
  // as: the faults of Payload's ValidationError, each with its path.
  return Array.isArray(errors) && errors.every((one) => one?.path) ? (errors as FieldFault[]) : null
}
