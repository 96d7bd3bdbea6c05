import { rowsOf, sql } from '@/database'
import { bySimilarity, mixRescue, type Choice } from '@/domain/rescue'
import type { Kind, Locale, Reason } from '@/domain/status'
import type { Period, PropertyDetail } from '@/domain/view'
import { addDays, daysBetween, isDay, localDay } from '@/domain/zone'
import { env } from '@/env'
import { href } from '@/i18n/paths'
import type { Wanted } from '@/messaging/alternatives'
import { alternativesFor } from './alternatives'
import { slotWords } from './freeSlots'
import type { Answers } from './funnel'
import { outside } from './payload'

const COUNT = 3
const LOOKED_AT = 4

export type RescueChoice = Choice & { words: string }

type Around = { id: number; kind: Kind; startsAt: string; endsAt: string }

/**
 * What is still free for somebody whose wish cannot be kept: the same property near in time, or a
 * similar one. Dates are instants, or days for a stay.
 */
export async function rescue(wish: Around, locale: Locale): Promise<RescueChoice[]> {
  const own = await neighbour(wish.id)
  if (!own) return []
  const same = await freePeriods(wish)
  const similar: Choice[] = []
  for (const property of await similarTo(wish)) {
    const [period] = await freePeriods({ ...wish, id: property.id })
    if (period) similar.push({ ...property, ...period, same: false })
  }
  return mixRescue(
    same.map((period) => ({ ...own, ...period, same: true })),
    similar,
    wish.startsAt,
    COUNT,
  ).map((choice) => ({ ...choice, words: slotWords(choice, wish.kind === 'sejour', locale) }))
}

/** The same for a moment of the funnel that was taken, each with its way on. */
export async function rescueInFunnel(property: PropertyDetail, answers: Answers, locale: Locale) {
  const { type, debut, fin, cle } = answers
  // as: the page checked that the property offers this kind.
  const choices = await rescue(
    { id: property.id, kind: type as Kind, startsAt: debut, endsAt: fin },
    locale,
  )
  return choices.map((choice) => ({
    ...choice,
    href: href(locale, '/reservation/verification', {
      bien: choice.slug,
      type,
      debut: choice.startsAt,
      fin: type === 'sejour' ? choice.endsAt : undefined,
      cle,
      choix: '1',
    }),
  }))
}

/** Whether another possibility is offered after such an end: the client did not want it to end. */
export const deservesRescue = (reason: Reason | null) =>
  reason === 'refusee' || reason === 'expiree' || reason === 'annulee_gestion'

/** Free periods near the wish; a wish that has passed is looked for from now on. */
function freePeriods({ id, kind, startsAt, endsAt }: Around): Promise<Period[]> {
  const now = new Date()
  if (kind === 'sejour')
    return isDay(startsAt) && isDay(endsAt)
      ? alternativesFor(fromToday({ property: id, kind, startsAt, endsAt }, now))
      : Promise.resolve([])
  const wanted = new Date(startsAt)
  return Number.isNaN(wanted.getTime())
    ? Promise.resolve([])
    : alternativesFor({ property: id, kind, startsAt: wanted < now ? now : wanted })
}

function fromToday(stay: Extract<Wanted, { kind: 'sejour' }>, now: Date): Wanted {
  const today = localDay(now, env.timeZone)
  if (stay.startsAt >= today) return stay
  const late = daysBetween(stay.startsAt, today)
  return { ...stay, startsAt: today, endsAt: addDays(stay.endsAt, late) }
}

type Neighbour = Pick<Choice, 'id' | 'slug' | 'title' | 'district'>

async function neighbour(id: number): Promise<Neighbour | undefined> {
  const [row] = await rowsOf<Neighbour>(
    await outside(),
    sql`select id, slug, title, district from properties where id = ${id} and status = 'publie'`,
  )
  return row
}

/** Published properties of the same town and kind, the nearest in price and district first. */
async function similarTo({ id, kind }: Around): Promise<Neighbour[]> {
  const rows = await rowsOf<
    Neighbour & { price: number | null; unit: string | null; own: boolean }
  >(
    await outside(),
    sql`select p.id, p.slug, p.title, p.district, p.price::float as price,
          p.price_unit as unit, p.id = ${id} as own
        from properties p
        join properties_kinds k on k.parent_id = p.id and k.value = ${kind}
        where p.status = 'publie' and p.city = (select city from properties where id = ${id})`,
  )
  const own = rows.find((row) => row.own)
  if (!own) return []
  return rows
    .filter((row) => !row.own)
    .sort(bySimilarity(own))
    .slice(0, LOOKED_AT)
    .map(({ id: other, slug, title, district }) => ({ id: other, slug, title, district }))
}
