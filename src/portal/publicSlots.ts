import { rowsOf, sql } from '@/database'
import { KINDS, type Kind } from '@/domain/status'
import type { FieldError, SlotView } from '@/domain/view'
import { daysBetween, isDay } from '@/domain/zone'
import { outside } from './payload'
import { slotsOf } from './properties'

const MOST_DAYS = 62

type Answer = { status: 200; slots: SlotView[] } | { status: 400 | 404; errors: FieldError[] }

/** Slots of a published property, by id or slug. Appointments unless `kind=sejour` is asked. */
export async function publicSlots(idOrSlug: string, query: URLSearchParams): Promise<Answer> {
  const from = query.get('from') ?? ''
  const to = query.get('to') ?? ''
  const kind = query.get('kind') ?? 'visite'
  const errors = faultsOf(from, to, kind)
  if (errors.length > 0) return { status: 400, errors }
  const id = await publishedId(idOrSlug)
  if (id === null)
    return { status: 404, errors: [{ path: 'id', message: 'Ce bien n’existe pas.' }] }
  // as: faultsOf accepted it as a kind.
  return { status: 200, slots: await slotsOf({ id }, { from, to, kind: kind as Kind }) }
}

function faultsOf(from: string, to: string, kind: string): FieldError[] {
  const day = 'Indiquez un jour, par exemple 2026-12-01.'
  const errors = [
    ...(isDay(from) ? [] : [{ path: 'from', message: day }]),
    ...(isDay(to) ? [] : [{ path: 'to', message: day }]),
    ...(KINDS.some((known) => known === kind)
      ? []
      : [{ path: 'kind', message: `Choisissez parmi : ${KINDS.join(', ')}.` }]),
  ]
  if (errors.length > 0) return errors
  const days = daysBetween(from, to) + 1
  if (days < 1) return [{ path: 'to', message: 'La fin précède le début.' }]
  return days > MOST_DAYS ? [{ path: 'to', message: `Demandez au plus ${MOST_DAYS} jours.` }] : []
}

async function publishedId(idOrSlug: string): Promise<number | null> {
  const id = /^\d{1,9}$/.test(idOrSlug) ? Number(idOrSlug) : -1
  const [row] = await rowsOf<{ id: number }>(
    await outside(),
    sql`select id from properties
        where (id = ${id} or slug = ${idOrSlug.slice(0, 200)}) and status = 'publie' limit 1`,
  )
  return row?.id ?? null
}
