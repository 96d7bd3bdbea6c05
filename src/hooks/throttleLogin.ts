import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type {
  CollectionAfterLoginHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { rowsOf, sql } from '@/database'
import { normalEmail } from '@/domain/emailAddress'
import { returnTurn, takeTurn, type Limit } from '@/rateLimit'
import { blind } from '@/secrets'
import { localeOf, Refusal } from '@/refusal'
import { knownDevice } from './rememberDevice'

const PER_ADDRESS: Limit = { name: 'connexion-adresse', most: 20, minutes: 15 }
const PER_ACCOUNT: Limit = { name: 'connexion-compte', most: 10, minutes: 15 }

const derive = promisify(pbkdf2)

/**
 * Guessing passwords is slow work, over all processes, and the same for unknown accounts. A browser
 * that has logged in to the account before has turns of its own: the guesses of strangers use up
 * those of strangers, and lock nobody out (OWASP, device cookies).
 */
export const throttleLogin: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return args
  const email = normalEmail(args.data?.email)
  const waits: number[] = []
  for (const [limit, who] of countedAs(req, email))
    waits.push((await takeTurn(req.payload, limit, who)).retryAfterSeconds)
  const wait = Math.max(...waits)
  if (wait > 0) throw tooManyTries(req, wait)
  await spendTheSameTime(req, email)
  return args
}

/** By whom a login is counted: the same all through one request. */
function countedAs(req: PayloadRequest, email: string): [Limit, string][] {
  const device = knownDevice(req, email)
  const address = req.headers?.get('x-scim-address') ?? ''
  return [
    [PER_ADDRESS, blind(address)],
    [PER_ACCOUNT, blind(device ? `${email} ${device}` : email)],
  ]
}

/** Who entered in two steps came twice, and is counted once. Nobody guesses with a code that is right. */
export const countOnce: CollectionAfterLoginHook = async ({ req, user }) => {
  if (req.data?.code === undefined) return
  for (const [limit, who] of countedAs(req, normalEmail(user.email)))
    await returnTurn(req, limit, who)
}

/** @param wait seconds */
export function tooManyTries(req: PayloadRequest, wait: number): Refusal {
  req.responseHeaders = new Headers({ 'Retry-After': String(wait) })
  const minutes = Math.ceil(wait / 60)
  return new Refusal(
    'trop_de_demandes',
    {
      fr: `Trop d’essais : réessayez dans ${minutes} min.`,
      en: `Too many attempts: try again in ${minutes} min.`,
    },
    'email',
    429,
    localeOf(req),
  )
}

/** For an unknown account Payload would answer at once; the work of its password check is done here. */
async function spendTheSameTime(req: PayloadRequest, email: string): Promise<void> {
  const known = await rowsOf(req, sql`select 1 from users where email = ${email}`)
  if (known.length === 0) await derive('', randomBytes(32).toString('hex'), 600_000, 32, 'sha256')
}
