import { chance } from './chance'
import type { Planted } from './plant'

/** A month of requests and of what people do about them, and what time owes each of them. */

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Monday 2 November 2026, midnight in Brazzaville, which is UTC+1 all year. */
export const BEGIN = Date.parse('2026-11-02T00:00:00+01:00')
const END = BEGIN + 28 * DAY
const BRAZZAVILLE = HOUR

export type Deed = { at: number; does: 'confirmee' | 'refusee' | 'annulee_client' | 'telephone' }
export type Story = { row: Planted; deeds: Deed[]; hasEmail: boolean }

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const reference = (index: number) => {
  const digits = Array.from({ length: 7 }, (_, at) => LETTERS[(index >> (5 * (6 - at))) & 31])
  return `RSV-${digits.slice(0, 4).join('')}-${digits.slice(4).join('')}0`
}

export function makeMonth(
  seed: number,
  size: number,
  house: {
    properties: readonly [number, ...number[]]
    clients: { id: number; hasEmail: boolean }[]
  },
): Story[] {
  const { below, between, happens, pick } = chance(seed)
  const taken = new Set<string>()
  const stories: Story[] = []
  for (let index = 0; stories.length < size; index += 1) {
    const created = BEGIN + below((END - BEGIN) / 1000) * 1000
    const stay = happens(0.25)
    const step = stay ? DAY : HOUR / 2
    const earliest = Math.ceil((created + BRAZZAVILLE + 2 * HOUR) / step)
    const starts = (earliest + below(stay ? 12 : 200)) * step - BRAZZAVILLE
    const property = pick(house.properties)
    const place = `${property} ${stay} ${starts}`
    if (taken.has(place)) continue
    taken.add(place)
    const sla = pick([1, 15, 30, 30, 30, 240, 1440])
    const due = created + sla * MINUTE
    const client = house.clients[index % house.clients.length]
    if (!client) throw new Error('no client')
    stories.push({
      hasEmail: client.hasEmail,
      deeds: makeDeeds(created, sla),
      row: {
        reference: reference(index),
        kind: stay ? 'sejour' : pick(['visite', 'location', 'achat']),
        property_id: property,
        client_id: client.id,
        created_at: new Date(created),
        starts_at: new Date(starts),
        ends_at: new Date(starts + step),
        respond_by: new Date(due),
        hold_until: new Date(Math.max(created + 24 * HOUR, due)),
        sla_minutes: sla,
      },
    })
  }
  return stories

  function makeDeeds(created: number, sla: number): Deed[] {
    if (happens(0.25)) return []
    const span = sla * MINUTE
    const wait = pick([
      () => below(span), // in time
      () => below(span),
      () => span + below(2 * HOUR), // late
      () => between(20, 30) * HOUR, // about when the hold ends
    ])()
    const at = created + Math.max(1000, Math.floor(wait / 1000) * 1000)
    const does = pick<Deed['does']>([
      'confirmee',
      'confirmee',
      'confirmee',
      'refusee',
      'annulee_client',
      'telephone',
    ])
    const later = at + (1 + below(48)) * HOUR
    if (does === 'telephone')
      return happens(0.5)
        ? [
            { at, does },
            { at: later, does: 'confirmee' },
          ]
        : [{ at, does }]
    return does === 'confirmee' && happens(0.2)
      ? [
          { at, does },
          { at: later, does: 'annulee_client' },
        ]
      : [{ at, does }]
  }
}

/** The instants at which workers look: often by day, less by night, and now and then not for long. */
export function makeRounds(seed: number): number[] {
  const { between, happens } = chance(seed + 1)
  const rounds: number[] = []
  for (let now = BEGIN; now < END + 3 * DAY;) {
    const hour = Math.floor(((now + BRAZZAVILLE) % DAY) / HOUR)
    const pause = hour >= 8 && hour < 18 ? between(25, 55) : between(90, 200)
    now += happens(0.02) ? between(3, 40) * HOUR : pause * MINUTE
    rounds.push(now)
  }
  return rounds
}

export type Owed = Record<
  'rappel_delai' | 'retard_client' | 'escalade' | 'expiration' | 'rappel_visite',
  number
>

/**
 * What must have been said about a story once the month is over. Written from the contract's words
 * and from nothing of the program: event by event along the rounds, first match wins.
 */
export function owedTo({ row, deeds }: Story, rounds: readonly number[]): Owed {
  const owed: Owed = {
    rappel_delai: 0,
    retard_client: 0,
    escalade: 0,
    expiration: 0,
    rappel_visite: 0,
  }
  const due = row.respond_by.getTime()
  const hold = row.hold_until.getTime()
  const starts = row.starts_at.getTime()
  const remind = due - Math.min(row.sla_minutes * 20_000, HOUR)
  const morningBefore =
    Math.floor((starts + BRAZZAVILLE) / DAY) * DAY - BRAZZAVILLE - DAY + 8 * HOUR
  const announce = Math.min(morningBefore, starts - DAY)
  let status = 'en_attente'
  let answered = false
  let confirmedAt = 0
  let next = 0
  for (const now of rounds) {
    for (let deed = deeds[next]; deed && deed.at <= now; deed = deeds[next]) {
      next += 1
      if (deed.does === 'telephone') answered ||= status === 'en_attente'
      else if (deed.does === 'confirmee' && status === 'en_attente') {
        status = 'confirmee'
        confirmedAt = deed.at
      } else if (deed.does !== 'confirmee' && status !== 'annulee') status = 'annulee'
    }
    if (now < row.created_at.getTime()) continue
    if (status === 'en_attente' && !answered) {
      if (now >= hold) {
        status = 'annulee'
        owed.expiration = 2
      } else if (now > due) owed.retard_client = owed.escalade = 1
      else if (now >= remind) owed.rappel_delai = 1
    }
    const inTime = now >= announce && now < starts && starts - confirmedAt >= 6 * HOUR
    if (status === 'confirmee' && inTime) owed.rappel_visite = 1
  }
  return owed
}
