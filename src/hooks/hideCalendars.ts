import type { CollectionAfterReadHook } from 'payload'
import { isAdmin, isOwner } from '@/access'

/** Of an array that may not be read Payload leaves an empty one; what is not there says nothing. */
export const hideCalendars: CollectionAfterReadHook = ({ doc, req }) => {
  if (isAdmin({ req }) || isOwner({ req })) return doc
  const { calendars, ...rest } = doc
  return rest
}
