import type { PostgresAdapter } from '@payloadcms/db-postgres'

type Find = PostgresAdapter['find']

/** Reads a page of reservations in the order that `sortByClient` put aside, once. */
export function orderByParty(adapter: PostgresAdapter): void {
  const { find } = adapter
  adapter.find = async function findInOrder(this: PostgresAdapter, args: Parameters<Find>[0]) {
    const context = args.collection === 'reservations' ? args.req?.context : undefined
    const sort = context?.reservationOrder
    if (!context || !Array.isArray(sort)) return find.call(this, args)
    delete context.reservationOrder
    return find.call(this, { ...args, sort })
  } as Find // as: the documents' type is the caller's claim.
}
