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

/** The indexes in the plans of every statement that `work` sends, each once. */
export async function indexesOf(work: () => Promise<unknown>): Promise<Set<string>> {
  const found = new Set<string>()
  const collect = (node: Node) => {
    if (node['Index Name']) found.add(node['Index Name'])
    node.Plans?.forEach(collect)
  }
  for (const statement of await statementsOf(work))
    if (isPlanned(statement)) (await plansOf(statement)).forEach(collect)
  return found
}

/** How many rows each use of an index is expected to read, over all that `work` sends. */
export async function rowsRead(work: () => Promise<unknown>, index: string): Promise<number[]> {
  const found: number[] = []
  const collect = (node: Node) => {
    if (node['Index Name'] === index) found.push(node['Plan Rows'])
    node.Plans?.forEach(collect)
  }
  for (const statement of await statementsOf(work))
    if (isPlanned(statement)) (await plansOf(statement)).forEach(collect)
  return found
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

function readWhole(node: Node, above: Node | null): string[] {
  const table = node['Relation Name'] ?? ''
  const bounded = above?.['Node Type'] === 'Limit' && !node.Filter
  const whole = node['Node Type'].endsWith('Seq Scan') && GROWING.includes(table) && !bounded
  return [...(whole ? [table] : []), ...(node.Plans ?? []).flatMap((plan) => readWhole(plan, node))]
}
