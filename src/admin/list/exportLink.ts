import type { Where } from 'payload'

type Shown = { where?: Where; search?: unknown; sort?: unknown } | undefined

/** The export of what the list shows: the same filters, search and order. */
export function exportLink(format: 'csv' | 'json', shown: Shown): string {
  const query = new URLSearchParams({ format })
  append(query, 'where', shown?.where)
  if (typeof shown?.search === 'string') query.set('search', shown.search)
  if (typeof shown?.sort === 'string') query.set('sort', shown.sort)
  return `/api/reservations/export?${query.toString()}`
}

/** As Payload reads nested values: `where[and][0][status][equals]=…`. */
function append(query: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined || value === null) return
  if (typeof value !== 'object') return query.set(name, String(value))
  for (const [key, inner] of Object.entries(value)) append(query, `${name}[${key}]`, inner)
}
