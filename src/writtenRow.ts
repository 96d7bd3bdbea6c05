import type { PostgresAdapter } from '@payloadcms/db-postgres'

/**
 * Tables of plain columns that are written often: no lists, blocks or translations beside the row,
 * so that what was written is known without reading it.
 */
const PLAIN: readonly string[] = ['reservations']

/**
 * Payload reads every new row back, by a statement that costs as much as the insert. For plain
 * tables the answer is what was written, with the id that PostgreSQL gave it.
 */
export function trustWritten(adapter: PostgresAdapter): void {
  const { create } = adapter
  adapter.create = async function createPlain(this: PostgresAdapter, args) {
    if (!PLAIN.includes(args.collection)) return create.call(this, args)
    const inserted: Record<string, unknown>[] = []
    // `returning: false` is Payload's own word for it, but leaves the id behind as well.
    const noting = new Proxy(this, {
      get: (target, name) =>
        name === 'insert'
          ? async (one: Parameters<typeof this.insert>[0]) => {
              const rows = await target.insert(one)
              inserted.push(...rows)
              return rows
            }
          : Reflect.get(target, name, target),
    })
    await create.call(noting, { ...args, returning: false })
    const [row, ...others] = inserted
    if (!row || others.length > 0) throw new Error(`${args.collection} wrote more than its row`)
    const empty = Object.keys(row).filter((column) => row[column] === null)
    return {
      ...args.data,
      ...Object.fromEntries(empty.map((column) => [column, null])),
      id: row.id,
      updatedAt: new Date(String(row.updatedAt)).toISOString(),
    }
  } as typeof create // as: the document's type is the caller's claim.
}
