import { rows } from './sql'
import { statementsOf, type Statement } from './statements'

type Node = {
  'Node Type': string
  'Relation Name'?: string
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
    if (/^\s*(with|select|insert|update)/i.test(statement.text))
      for (const table of readWhole(await planOf(statement), null))
        found.push(`${table}: ${statement.text.replace(/\s+/g, ' ')}`)
  return found
}

async function planOf({ text, values }: Statement): Promise<Node> {
  const [row] = await rows<{ 'QUERY PLAN': { Plan: Node }[] }>(
    `explain (format json) ${text}`,
    values,
  )
  const plan = row?.['QUERY PLAN'][0]?.Plan
  if (!plan) throw new Error(`no plan: ${text}`)
  return plan
}

function readWhole(node: Node, above: Node | null): string[] {
  const table = node['Relation Name'] ?? ''
  const bounded = above?.['Node Type'] === 'Limit' && !node.Filter
  const whole = node['Node Type'].endsWith('Seq Scan') && GROWING.includes(table) && !bounded
  return [...(whole ? [table] : []), ...(node.Plans ?? []).flatMap((plan) => readWhole(plan, node))]
}
