import type { CollectionBeforeOperationHook } from 'payload'
import { isOwner } from '@/access'

/** Where the database has what the rows say of their client. */
const STANDS_AT = new Map([
  ['clientName', 'client.name'],
  ['clientPhone', 'client.phone'],
  ['clientEmail', 'client.email'],
])

/**
 * Owners sort their reservations by who asked. Payload refuses that, for the clients' own records are
 * closed to them: it cannot know that each of these rows says the client's name. So the order passes
 * by its question, and the database takes it up (`partyOrder`).
 */
export const sortByClient: CollectionBeforeOperationHook = ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'read' || overrideAccess || !isOwner({ req })) return args
  if (!('sort' in args) || !args.sort) return args
  const asked = [args.sort]
    .flat()
    .flatMap((path) => path.split(','))
    .map((path) => path.trim())
  const order = asked.map((path) => {
    const name = path.replace(/^-/, '')
    return path.replace(name, STANDS_AT.get(name) ?? name)
  })
  if (order.every((path, index) => path === asked[index])) return args
  req.context.reservationOrder = order
  return { ...args, sort: 'id' }
}
