import { cookies } from 'next/headers'
import { cookieFor, cookieName } from '@/cookie'
import { readReference } from '@/domain/reference'
import { seal, unsealed } from './draft'

/**
 * A message that was typed on a reservation's page and is not recorded: kept on the device,
 * encrypted, until it is. One at a time: the newest.
 */

const NAME = cookieName('scim_message')
const SECONDS = 2 * 60 * 60

type Unsent = { reference: string; text: string }

/** As much of it as a cookie holds: any French text of the allowed length, a text of emojis in part. */
export async function keepUnsent(asked: string, typed = ''): Promise<void> {
  const reference = readReference(asked.slice(0, 40))
  let letters = [...typed.slice(0, 8000)]
  let value = seal({ reference, text: letters.join('') })
  while (value === null) {
    letters = letters.slice(0, Math.floor(letters.length * 0.9))
    value = seal({ reference, text: letters.join('') })
  }
  ;(await cookies()).set(NAME, value, cookieFor(SECONDS))
}

export async function forgetUnsent(): Promise<void> {
  ;(await cookies()).set(NAME, '', cookieFor(0))
}

/** What was typed on this reservation's page; empty when nothing is kept for it. */
export async function unsentOn(reference: string): Promise<string> {
  const value = (await cookies()).get(NAME)?.value
  const kept = unsealed(value) as Unsent | null // as: sealed by us.
  return kept?.reference === reference ? kept.text : ''
}
