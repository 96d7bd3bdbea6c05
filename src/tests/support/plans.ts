import { env } from '@/env'
import { onConnection } from './connection'
import { rows } from './sql'
import { statementsOf, type Statement } from './statements'

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Plan Rows': number
  Filter?: string
  Plans?: Node[]
}

/** The tables that grow for ever. */
const GROWING = ['reservations', 'messages', 'status_history', 'clients']

/**
 * Reads of a whole growing table in the plans of every statement that `work` sends. The first rows
 * of a table, whichever they are, are no such read.
 */
export async function wholeReads(work: () => Promise<unknown>): Promise<string[]> {
  const found: string[] = []
  for (const statement of await statementsOf(work))
    if (isPlanned(statement))
      for (const plan of await plansOf(statement))
        for (const table of readWhole(plan, null))
          found.push(`${table}: ${statement.text.replace(/\s+/g, ' ')}`)
  return found
}

/** Every part of the plans of every statement that `work` sends. */
async function partsOf(work: () => Promise<unknown>): Promise<Node[]> {
  const parts = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(parts)]
  const found: Node[] = []
  for (const statement of await statementsOf(work))
    if (isPlanned(statement)) found.push(...(await plansOf(statement)).flatMap(parts))
  return found
}

/** The indexes in the plans of every statement that `work` sends, each once. */
export async function indexesOf(work: () => Promise<unknown>): Promise<Set<string>> {
  return new Set((await partsOf(work)).flatMap((part) => part['Index Name'] ?? []))
}

/** Each use of an index in all that `work` sends: the rows it is expected to read, and what is looked at in them. */
export async function usesOf(
  work: () => Promise<unknown>,
  index: string,
): Promise<{ rows: number; filter: string | undefined }[]> {
  return (await partsOf(work))
    .filter((part) => part['Index Name'] === index)
    .map((part) => ({ rows: part['Plan Rows'], filter: part.Filter }))
}

const isPlanned = ({ text }: Statement) => /^\s*(with|select|insert|update)/i.test(text)

/** The plan for these values, and the one for any values where the statement is prepared. */
async function plansOf({ text, values, prepared }: Statement): Promise<Node[]> {
  const plans = [await planOf(`explain (format json) ${text}`, values)]
  if (prepared) plans.push(await planOf(`explain (generic_plan, format json) ${text}`, []))
  return plans
}

async function planOf(text: string, values: unknown[]): Promise<Node> {
  const [row] = await rows<{ 'QUERY PLAN': { Plan: Node }[] }>(text, values)
  const plan = row?.['QUERY PLAN'][0]?.Plan
  if (!plan) throw new Error(`no plan: ${text}`)
  return plan
}

/** PostgreSQL looks at the values five times before it may keep one plan for all. */
const LOOKS = 5

/**
 * The prepared statements of `work` that PostgreSQL plans anew each time, for it holds one plan for
 * any values to be dearer than that.
 */
export async function plannedAnew(work: () => Promise<unknown>): Promise<string[]> {
  const prepared = (await statementsOf(work)).filter((statement) => statement.prepared)
  if (prepared.length === 0) throw new Error('it sends no prepared statement')
  return onConnection(env.databaseUrl, async (sql) => {
    for (const [number, { text, values }] of prepared.entries()) {
      const literals = values.map((value) =>
        value === null ? 'null' : sql.escapeLiteral(String(value)),
      )
      const given = literals.length > 0 ? `(${literals.join(', ')})` : ''
      await sql.query(`prepare s${number} as ${text}`)
      for (let time = 0; time <= LOOKS; time += 1)
        await sql.query(`explain execute s${number}${given}`)
    }
    const { rows: anew } = await sql.query<{ text: string }>(
      `select regexp_replace(statement, '\\s+', ' ', 'g') as text
       from pg_prepared_statements where generic_plans = 0 order by name`,
    )
    return anew.map(({ text }) => text)
  })
}

function readWhole(node: Node, above: Node | null): string[] {
  const table = node['Relation Name'] ?? ''
  const bounded = above?.['Node Type'] === 'Limit' && !node.Filter
  const whole = node['Node Type'].endsWith('Seq Scan') && GROWING.includes(table) && !bounded
  return [...(whole ? [table] : []), ...(node.Plans ?? []).flatMap((plan) => readWhole(plan, node))]
}
