import { cookies } from 'next/headers'
import { env } from '@/env'
import { sign, verify } from '@/secrets'

/** The client's session: a signed list of the references this device proved. It opens no others. */

const NAME = 'scim_espace'
const MOST = 20
const DAYS = 90

type Session = { references: string[]; until: number }

function read(signed: string | undefined): string[] {
  const text = signed ? verify('espace', signed) : null
  if (!text) return []
  const { references, until } = JSON.parse(text) as Session // as: our own signature vouches for it.
  return until > Date.now() ? references : []
}

export async function provenReferences(): Promise<string[]> {
  return read((await cookies()).get(NAME)?.value)
}

/** Adds a reference to this device. Only in route handlers: pages cannot set cookies. */
export async function prove(reference: string): Promise<void> {
  const store = await cookies()
  const others = read(store.get(NAME)?.value).filter((known) => known !== reference)
  const session: Session = {
    references: [reference, ...others].slice(0, MOST),
    until: Date.now() + DAYS * 86_400_000,
  }
  store.set(NAME, sign('espace', JSON.stringify(session)), {
    httpOnly: true,
    sameSite: 'lax',
    secure: env.serverUrl.startsWith('https:'),
    path: '/',
    maxAge: DAYS * 86_400,
  })
}

export async function forget(): Promise<void> {
  ;(await cookies()).delete(NAME)
}
