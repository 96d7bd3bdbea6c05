import type { Endpoint, PayloadRequest, Where } from 'payload'
import { isAdmin, isOwner } from '@/access'
import { databaseNow } from '@/database'
import { csvLine } from '@/domain/csv'
import { env } from '@/env'
import { localDay } from '@/domain/zone'
import { searchUpTo } from '@/hooks/readSearch'
import { localeOf, Refusal } from '@/refusal'
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
    const pages = rowsOfQuery(req, now)
    // The first page is read before the answer begins: a refused filter is still a refusal.
    const first = await pages.next()
    const body = json ? jsonOf(first, pages) : csvOf(first, pages, req)
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

type Pages = AsyncGenerator<ExportRow[], void>
type Page = IteratorResult<ExportRow[], void>

async function* rowsOfQuery(req: PayloadRequest, now: Date): Pages {
  const { where, sort } = filtersOf(req)
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
    yield docs.map((doc) => exportRow(doc, now, localeOf(req)))
    if (!hasNextPage) return
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

async function* csvOf(first: Page, pages: Pages, req: PayloadRequest): AsyncGenerator<string> {
  const locale = localeOf(req)
  const separator = locale === 'fr' ? ';' : ','
  // Without the mark Excel reads UTF-8 as Windows-1252.
  yield `\ufeff${csvLine(exportColumns(locale), separator)}`
  for (let page = first; !page.done; page = await pages.next())
    yield page.value.map((row) => csvLine(Object.values(row), separator)).join('')
}

async function* jsonOf(first: Page, pages: Pages): AsyncGenerator<string> {
  yield '['
  let before = ''
  for (let page = first; !page.done; page = await pages.next())
    for (const row of page.value) {
      yield `${before}${JSON.stringify(row)}`
      before = ',\n'
    }
  yield ']\n'
}

/** Written as fast as it is read, so that a large export is never whole in memory. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await texts.next()
      if (done) controller.close()
      else controller.enqueue(Buffer.from(value))
    },
  })
}
