import { ValidationError, type Endpoint, type PayloadRequest } from 'payload'
import { isAdmin } from '@/access'
import { inTransaction, isRowId } from '@/database'
import { databaseRefusal } from '@/databaseRefusal'
import { csvLine } from '@/domain/csv'
import { exampleOf, isIntakeKind } from '@/domain/intake/columns'
import { LARGEST_FILE, readTable } from '@/domain/intake/table'
import type { Words } from '@/domain/status'
import { localeOf } from '@/refusal'
import { dryRun } from './dryRun'
import { importFile } from './importFile'
import { planOf } from './plan'
import { contentOf, intakeOf } from './records'
import { reportLines } from './report'
import { undoImport } from './undoImport'

const LOGIN: Words = { fr: 'Connectez-vous d’abord.', en: 'Log in first.' }
const ADMIN: Words = {
  fr: 'Seuls les administrateurs le peuvent.',
  en: 'Only administrators may do this.',
}

type Handler = (req: PayloadRequest) => Promise<Response>

/** Every route of imports is an administrator's alone. */
const forAdmins =
  (run: Handler): Handler =>
  async (req) => {
    if (isAdmin({ req })) return run(req)
    const [status, words] = req.user ? [403, ADMIN] : [401, LOGIN]
    return Response.json({ errors: [{ path: '', message: words[localeOf(req)] }] }, { status })
  }

/** Plain forms: the answer is where to look next. */
const see = (query: Record<string, string | number>) =>
  new Response(null, {
    status: 303,
    headers: {
      Location: `/admin/imports?${new URLSearchParams(
        Object.entries(query).map(([name, value]) => [name, String(value)]),
      )}`,
      'Cache-Control': 'no-store',
    },
  })

const csvFile = (name: string, lines: readonly (readonly string[])[], req: PayloadRequest) => {
  const separator = localeOf(req) === 'fr' ? ';' : ','
  // Without the mark Excel reads UTF-8 as Windows-1252.
  return new Response(`\ufeff${lines.map((line) => csvLine(line, separator)).join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}

async function formOf(req: PayloadRequest): Promise<FormData | null> {
  try {
    return (await req.formData?.()) ?? null
  } catch {
    return null // Not a form: the caller says so.
  }
}

/** Letters, digits and plain marks: it stands in pages, files and other people's spreadsheets. */
const plainName = (name: string) =>
  name
    .toWellFormed()
    .replace(/[^\p{L}\p{N} ._-]/gu, '')
    .trim()
    .slice(-100) || 'fichier.csv'

async function tryFile(req: PayloadRequest): Promise<Response> {
  const form = await formOf(req)
  const kind = form?.get('kind')
  const file = form?.get('file')
  if (!isIntakeKind(kind) || !(file instanceof File) || file.size === 0)
    return see({ dit: 'fichier' })
  // One byte more than allowed is enough to say that it is too large.
  const bytes = Buffer.from(await file.slice(0, LARGEST_FILE + 1).arrayBuffer())
  const id = await inTransaction(req.payload, { req }, () =>
    dryRun(req, kind, { name: plainName(file.name), bytes }),
  )
  return see({ essai: id })
}

async function doImport(req: PayloadRequest): Promise<Response> {
  const id = req.routeParams?.id
  const shown = String((await formOf(req))?.get('plan') ?? '')
  if (!isRowId(id)) return see({ dit: 'passe' })
  return settled(id, () =>
    inTransaction(req.payload, { req }, () => importFile(req, Number(id), shown)),
  )
}

async function doUndo(req: PayloadRequest): Promise<Response> {
  const id = req.routeParams?.id
  if (!isRowId(id)) return see({ dit: 'passe' })
  return settled(id, () => inTransaction(req.payload, { req }, () => undoImport(req, Number(id))))
}

/** What two writers at once come to is told as such; anything else is a fault of ours. */
async function settled(id: unknown, run: () => Promise<string>): Promise<Response> {
  try {
    return see({ essai: String(id), dit: await run() })
  } catch (error) {
    // A page address or reference that somebody took meanwhile comes as Payload's own refusal.
    const refused = (databaseRefusal(error)?.status ?? 500) < 500
    if (!refused && !(error instanceof ValidationError)) throw error
    return see({ essai: String(id), dit: 'conflit' })
  }
}

async function report(req: PayloadRequest): Promise<Response> {
  const intake = await intakeOf(req, req.routeParams?.id)
  const content = intake && (await contentOf(req, intake.id))
  const read = content && readTable(content)
  if (!intake || !read || 'fault' in read) return see({ dit: 'passe' })
  const locale = localeOf(req)
  const plan = await planOf(req, intake.kind, read.table, locale)
  return csvFile(`essai-${intake.id}`, reportLines(plan, locale), req)
}

async function example(req: PayloadRequest): Promise<Response> {
  const kind = req.routeParams?.kind
  if (!isIntakeKind(kind)) return see({ dit: 'fichier' })
  return csvFile(`exemple-${kind}`, exampleOf(kind, localeOf(req)), req)
}

export const intakeEndpoints: Endpoint[] = [
  { path: '/imports/essai', method: 'post', handler: forAdmins(tryFile) },
  { path: '/imports/:id/importer', method: 'post', handler: forAdmins(doImport) },
  { path: '/imports/:id/annuler', method: 'post', handler: forAdmins(doUndo) },
  { path: '/imports/:id/rapport', method: 'get', handler: forAdmins(report) },
  { path: '/imports/exemple/:kind', method: 'get', handler: forAdmins(example) },
]
