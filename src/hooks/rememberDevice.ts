import { randomUUID } from 'node:crypto'
import type { CollectionAfterLoginHook, PayloadRequest } from 'payload'
import { parseCookies } from 'payload'
import { cookieFor, cookieName } from '@/cookie'
import { blind, sign, verify } from '@/secrets'

const NAME = cookieName('scim_appareil')
const DAYS = 180

/** The name of this browser for an account it has logged in to before, or null. It opens nothing. */
export function knownDevice(req: PayloadRequest, email: string): string | null {
  const signed = req.headers ? parseCookies(req.headers).get(NAME) : undefined
  const [account, device] = (verify('appareil', signed ?? '') ?? '').split(' ')
  return device && account === blind(email) ? device : null
}

/** Lets the browser be known again, so that strangers' guesses do not keep its owner out. */
export const rememberDevice: CollectionAfterLoginHook = ({ req, user }) => {
  if (req.context.opensNothing === true) return
  const email = String(user.email).toLowerCase()
  const device = knownDevice(req, email) ?? randomUUID()
  const { secure, path, maxAge } = cookieFor(DAYS * 86_400)
  req.responseHeaders ??= new Headers()
  req.responseHeaders.append(
    'Set-Cookie',
    `${NAME}=${sign('appareil', `${blind(email)} ${device}`)}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
  )
}
