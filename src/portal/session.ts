import { cookies } from 'next/headers'
import { cookieFor, cookieName } from '@/cookie'
import { endSession, openSession, PROOF_DAYS, referencesOf } from './deviceSession'

/** The cookie of the client's session: a random word. What it proves stands in the database. */

const NAME = cookieName('scim_espace')

const current = async () => (await cookies()).get(NAME)?.value

export async function provenReferences(): Promise<string[]> {
  return referencesOf(await current())
}

/** Adds references to this device. Only in route handlers: pages cannot set cookies. */
export async function prove(...references: string[]): Promise<void> {
  const token = await openSession(await current(), references)
  ;(await cookies()).set(NAME, token, cookieFor(PROOF_DAYS * 86_400))
}

export async function forget(): Promise<void> {
  await endSession(await current())
  ;(await cookies()).set(NAME, '', cookieFor(0))
}
