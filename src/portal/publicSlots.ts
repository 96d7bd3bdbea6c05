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
  const kind = query.get('kind')
  const errors = faultsOf(from, to, kind)
  if (errors.length > 0) return { status: 400, errors }
  const found = await published(idOrSlug)
  if (!found) return { status: 404, errors: [{ path: 'id', message: 'Ce bien n’existe pas.' }] }
  // as: faultsOf accepted it as a kind.
  const slots = await slotsOf(found, { from, to, kind: (kind ?? 'visite') as Kind })
  // What cannot be asked for is not free.
  const offered = found.kinds.some((one) => (kind === null ? one !== 'sejour' : one === kind))
  return { status: 200, slots: offered ? slots : slots.map((slot) => ({ ...slot, free: false })) }
}

function faultsOf(from: string, to: string, kind: string | null): FieldError[] {
  const day = 'Indiquez un jour, par exemple 2026-12-01.'
  const errors = [
    ...(isDay(from) ? [] : [{ path: 'from', message: day }]),
    ...(isDay(to) ? [] : [{ path: 'to', message: day }]),
    ...(kind === null || KINDS.some((known) => known === kind)
      ? []
      : [{ path: 'kind', message: `Choisissez parmi : ${KINDS.join(', ')}.` }]),
  ]
  if (errors.length > 0) return errors
  const days = daysBetween(from, to) + 1
  if (days < 1) return [{ path: 'to', message: 'La fin précède le début.' }]
  return days > MOST_DAYS ? [{ path: 'to', message: `Demandez au plus ${MOST_DAYS} jours.` }] : []
}

async function published(idOrSlug: string): Promise<{ id: number; kinds: Kind[] } | null> {
  const id = /^\d{1,9}$/.test(idOrSlug) ? Number(idOrSlug) : -1
  const [row] = await rowsOf<{ id: number; kinds: Kind[] }>(
    await outside(),
    sql`select id, (select coalesce(json_agg(k.value), '[]') from properties_kinds k
          where k.parent_id = properties.id) as kinds
        from properties
        where (id = ${id} or slug = ${idOrSlug.slice(0, 200)}) and status = 'publie' limit 1`,
  )
  return row ?? null
}
