import type { IntakeKind } from '@/domain/intake/columns'
import type { Staff } from './house'
import { rest } from './http'
import { one } from './sql'

/** Brings files in by the routes that the panel's forms post to. */

type File = string | Uint8Array<ArrayBuffer>

/** Where an answer leads: the dry run and what is said of it. */
function ledTo(answer: { status: number; headers: Headers }) {
  const { searchParams } = new URL(answer.headers.get('location') ?? '/', 'http://localhost')
  return { status: answer.status, essai: searchParams.get('essai'), dit: searchParams.get('dit') }
}

export async function tryFile(as: Staff | null, kind: string, file: File, name = 'fichier.csv') {
  const form = new FormData()
  form.set('kind', kind)
  form.set('file', new Blob([file]), name)
  return ledTo(await rest('POST', '/imports/essai', { as, raw: form }))
}

export async function importFile(as: Staff | null, id: string | number, plan: string) {
  const form = new FormData()
  form.set('plan', plan)
  return ledTo(await rest('POST', `/imports/${id}/importer`, { as, raw: form }))
}

export const undo = async (as: Staff | null, id: string | number) =>
  ledTo(await rest('POST', `/imports/${id}/annuler`, { as, raw: new FormData() }))

/** The report of a dry run: line, content, result, reason. */
export async function reportOf(as: Staff, id: string): Promise<string[][]> {
  const { text } = await rest('GET', `/imports/${id}/rapport`, { as })
  return text
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';').map((cell) => cell.replace(/^"|"$/g, '')))
}

/** A dry run, as the person who is to say yes sees it. */
export async function dryRunOf(as: Staff, kind: IntakeKind, file: File, name?: string) {
  const { essai } = await tryFile(as, kind, file, name)
  const id = essai ?? ''
  const { plan } = await one<{ plan: string }>(
    'select plan_hash as plan from intakes where id = $1',
    [id],
  )
  return { id, plan, report: await reportOf(as, id) }
}

/** Dry run and import in one. */
export async function imported(as: Staff, kind: IntakeKind, file: File): Promise<string> {
  const { id, plan } = await dryRunOf(as, kind, file)
  const { dit } = await importFile(as, id, plan)
  if (dit !== 'importe') throw new Error(`not imported: ${dit}`)
  return id
}
