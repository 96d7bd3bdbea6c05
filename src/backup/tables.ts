import type { ClientBase } from 'pg'

/** What a database holds, as PostgreSQL's own catalogue tells it. */

export type Table = { name: string; columns: string[] }
export type Sequence = { name: string; value: string; called: boolean }

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
export const sqlName = (name: string) => `public.${quoted(name)}`
export const sqlColumns = ({ columns }: Table) => columns.map(quoted).join(', ')

type Row = { name: string; columns: string[]; needs: string[] }

/** Every table with its stored columns, each after the tables its foreign keys point to. */
export async function tablesOf(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Row>(
    `select c.relname::text as name,
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct t.relname::text from pg_constraint f
         join pg_class t on t.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r'
     order by c.relname`,
  )
  return inOrder(rows).map(({ name, columns }) => ({ name, columns }))
}

function inOrder(rows: Row[]): Row[] {
  const ordered: Row[] = []
  const waiting = new Map(rows.map((row) => [row.name, row]))
  while (waiting.size > 0) {
    const next = [...waiting.values()].filter(({ needs }) => !needs.some((n) => waiting.has(n)))
    if (next.length === 0)
      throw new Error(`tables whose foreign keys go in a circle: ${[...waiting.keys()].join(', ')}`)
    for (const row of next) {
      ordered.push(row)
      waiting.delete(row.name)
    }
  }
  return ordered
}

export async function sequencesOf(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname::text as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'S' order by c.relname`,
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const { rows: states } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${sqlName(name)}`,
    )
    const [state] = states
    if (state) sequences.push({ name, ...state })
  }
  return sequences
}

/** The names of the migrations a database has, oldest first; none where it is empty. */
export async function migrationsOf(client: ClientBase): Promise<string[]> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `select to_regclass('public.payload_migrations') is not null as there`,
  )
  if (!tables[0]?.there) return []
  const { rows } = await client.query<{ name: string }>(
    'select name from payload_migrations where name is not null order by name',
  )
  return rows.map(({ name }) => name)
}
