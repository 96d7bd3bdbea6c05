import { env } from '@/env'

const secure = env.serverUrl.startsWith('https:')

/** Behind https a browser keeps a `__Host-` cookie from every other host and path (RFC 6265bis). */
export const cookieName = (name: string) => (secure ? `__Host-${name}` : name)

export const cookieFor = (seconds: number) =>
  ({ httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: seconds }) as const
