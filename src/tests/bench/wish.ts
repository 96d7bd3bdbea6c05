import { randomUUID } from 'node:crypto'
import { ask } from './load'

const DAY = 86_400_000
const SLOTS = 18
/** Beyond the days that `fill` has taken. */
const FIRST_DAY = 6

/** The n-th wish: another person, another slot, the properties in turn. */
export function wish(number: number, properties: number) {
  const turn = Math.floor(number / properties)
  const day = new Date(Date.now() + (FIRST_DAY + Math.floor(turn / SLOTS)) * DAY)
  const minutes = 8 * 60 + 30 * (turn % SLOTS)
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return {
    requestKey: randomUUID(),
    property: `bien-${1 + (number % properties)}`,
    kind: 'visite',
    startsAt: `${day.toISOString().slice(0, 10)}T${time}:00+01:00`,
    client: {
      name: `Cliente ${number}`,
      phone: `05 ${String(5_000_000 + number)}`,
      email: `cliente${number}@example.com`,
    },
    note: 'Je viendrai avec ma sœur, plutôt en fin de matinée si possible.',
    locale: 'fr',
    consent: true,
  }
}

/** Every wish comes from an address of its own: the limit per address is not what is measured. */
const addressOf = (number: number) =>
  `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`

/**
 * Makes wishes one after the other, each once, for a site or for the floor.
 * @param urls of servers on one database, which are asked in turns
 * @param first number, beyond those that others have wished
 */
export function wisher(urls: string | readonly string[], properties: number, first = 0) {
  const servers = [urls].flat()
  let made = first
  return () => {
    const number = made++
    return ask(`${servers[number % servers.length]}/api/reservations/request`, {
      method: 'POST',
      body: JSON.stringify(wish(number, properties)),
      headers: { 'X-Forwarded-For': addressOf(number) },
    })
  }
}
