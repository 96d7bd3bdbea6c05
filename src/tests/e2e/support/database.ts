import { onConnection } from '@/tests/support/connection'
import { facts } from './facts'

/** Looks into the database itself: what a page says and what is kept must be the same. */
export async function rowsOf<Row extends object>(
  text: string,
  values: unknown[] = [],
  url = facts.databaseUrl,
): Promise<Row[]> {
  const { rows } = await onConnection(url, (client) => client.query<Row>(text, values))
  return rows
}
