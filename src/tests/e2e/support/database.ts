import { Client } from 'pg'
import { facts } from './facts'

/** Looks into the database itself: what a page says and what is kept must be the same. */
export async function rowsOf<Row extends object>(
  text: string,
  values: unknown[] = [],
  url = facts.databaseUrl,
): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}
