import type { Endpoint, PayloadRequest, Where } from 'payload'
import { isAdmin, isOwner } from '@/access'
import { databaseNow } from '@/database'
import { csvLine } from '@/domain/csv'
import { env } from '@/env'
import { localDay } from '@/domain/zone'
import { searchUpTo } from '@/hooks/readSearch'
import { localeOf, Refusal } from '@/refusal'
import { requestEnds } from '@/requestEnds'
import { exportColumns, exportRow, type ExportRow } from './exportRow'

const PAGE = 100
/** More would be a copy of the house. */
const MOST = 10_000

const TOO_MANY = {
  fr: 'Plus de 10 000 réservations : choisissez d’abord un bien ou d’autres filtres.',
  en: 'More than 10,000 reservations: choose a property or other filters first.',
}

/** What the list shows, with its filters and its access, as a table or as data. */
export const exportReservations: Endpoint = {
  path: '/export',
  method: 'get',
  handler: async (req) => {
    if (!isAdmin({ req }) && !isOwner({ req }))
      return Response.json(
        {
          errors: [
            {
              path: '',
              message:
                localeOf(req) === 'fr'
                  ? 'Réservé aux propriétaires et administrateurs.'
                  : 'For owners and administrators.',
            },
          ],
        },
        { status: req.user ? 403 : 401 },
      )
    const json = req.query.format === 'json'
    const now = await databaseNow(req)
    await refuseTooMany(req)
    const pages = await inOneSnapshot(req, () => pagesOf(req, now))
    const body = json ? jsonOf(pages) : csvOf(pages, req)
    const name = `reservations-${localDay(now, env.timeZone)}.${json ? 'json' : 'csv'}`
    return new Response(streamOf(body), {
      headers: {
        'Content-Type': json ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      },
    })
  },
}

/** A file that ends early would pass for a whole one. */
async function refuseTooMany(req: PayloadRequest): Promise<void> {
  searchUpTo(req, MOST + 1)
  const { where } = filtersOf(req)
  const { totalDocs } = await req.payload.count({
    collection: 'reservations',
    where,
    overrideAccess: false,
    user: req.user,
    req,
  })
  if (totalDocs > MOST) throw new Refusal('question_refusee', TOO_MANY, '', 400, localeOf(req))
}

/** What comes or changes between two pages would push a line out of the file, or repeat one. */
async function inOneSnapshot<Result>(req: PayloadRequest, read: () => Promise<Result>) {
  const { db } = req.payload
  const snapshot = await db.beginTransaction({ isolationLevel: 'repeatable read' })
  if (snapshot === null) throw new Error('no transaction was begun')
  req.transactionID = snapshot
  try {
    return await read()
  } finally {
    delete req.transactionID
    await db.rollbackTransaction(snapshot)
  }
}

/** All of it, before the answer begins: a refused filter is still a refusal. */
async function pagesOf(req: PayloadRequest, now: Date): Promise<ExportRow[][]> {
  const { where, sort } = filtersOf(req)
  const pages: ExportRow[][] = []
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await req.payload.find({
      collection: 'reservations',
      where,
      sort,
      page,
      limit: PAGE,
      depth: 0,
      joins: false,
      overrideAccess: false,
      user: req.user,
      req,
    })
    const ends = await requestEnds(req, docs)
    pages.push(docs.map((doc) => exportRow(doc, ends.get(doc.id), now, localeOf(req))))
    if (!hasNextPage) return pages
  }
}

function filtersOf({ query }: PayloadRequest): { where: Where; sort?: string } {
  const search = typeof query.search === 'string' ? query.search : ''
  const parts: Where[] = []
  // as: whatever it is, Payload checks every path and operator of it.
  if (query.where) parts.push(query.where as Where)
  if (search)
    parts.push({
      or: ['reference', 'clientName', 'clientPhone'].map((path) => ({ [path]: { like: search } })),
    })
  return {
    where: parts.length > 0 ? { and: parts } : {},
    ...(typeof query.sort === 'string' && query.sort ? { sort: query.sort } : {}),
  }
}

function* csvOf(pages: ExportRow[][], req: PayloadRequest): Generator<string> {
  const locale = localeOf(req)
  const separator = locale === 'fr' ? ';' : ','
  // Without the mark Excel reads UTF-8 as Windows-1252.
  yield `\ufeff${csvLine(exportColumns(locale), separator)}`
  for (const page of pages) yield page.map((row) => csvLine(Object.values(row), separator)).join('')
}

function* jsonOf(pages: ExportRow[][]): Generator<string> {
  yield '['
  for (const [number, page] of pages.entries())
    yield `${number > 0 ? ',\n' : ''}${page.map((row) => JSON.stringify(row)).join(',\n')}`
  yield ']\n'
}

/** Written as fast as it is fetched, so that the text of a large export is never whole in memory. */
function streamOf(texts: Generator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) => {
      const { done, value } = texts.next()
      if (done) controller.close()
      else controller.enqueue(Buffer.from(value))
    },
  })
}
