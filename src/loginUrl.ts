import { z } from 'zod'

/** A password that holds such a mark ends the address in its middle, and another host would be asked. */
const isWhole = (text: string) => {
  if (!URL.canParse(text)) return false
  const { pathname, hash } = new URL(text)
  return !`${pathname}${hash}`.includes('@')
}

/** The setting of an address in which a user and a password may stand before the host. */
export const loginUrlOf = (...protocols: string[]) =>
  z
    .string()
    .refine((text) => protocols.some((p) => text.startsWith(`${p}//`)), {
      error: `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
      abort: true,
    })
    .refine(isWhole, {
      error:
        'must be an address; what is neither letter nor digit in user and password is written as there: / is %2F, # is %23, ? is %3F, @ is %40, % is %25',
      abort: true,
    })
