import type { PostgresAdapter } from '@payloadcms/db-postgres'

/** Operators that Payload lets anybody name and has only for other databases or fields. */
const MISSING = ['all', 'near', 'within', 'intersects']

/** Answers them as PostgreSQL answers an operator it does not know; Payload would call `undefined`. */
export function refuseOperators(adapter: PostgresAdapter): void {
  const unknown = () => {
    throw Object.assign(new Error('no such operator'), { code: '42883' })
  }
  for (const name of MISSING) Object.assign(adapter.operators, { [name]: unknown })
}
