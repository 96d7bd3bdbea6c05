import type { CollectionBeforeOperationHook } from 'payload'
import { takeTurn, type Limit } from '@/rateLimit'
import { blind } from '@/secrets'
import { localeOf, Refusal } from '@/refusal'

const PER_ADDRESS: Limit = { name: 'connexion-adresse', most: 20, minutes: 15 }
const PER_ACCOUNT: Limit = { name: 'connexion-compte', most: 10, minutes: 15 }
const PER_RECIPIENT: Limit = { name: 'mot-de-passe', most: 5, minutes: 15 }

/** Guessing passwords is slow work, over all processes, and the same for unknown accounts. */
export const throttleLogin: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login' && operation !== 'forgotPassword') return args
  const email = String(args.data?.email ?? '')
    .trim()
    .toLowerCase()
  const address = req.headers?.get('x-scim-address') ?? ''
  const turns =
    operation === 'login'
      ? [
          await takeTurn(req.payload, PER_ADDRESS, blind(address)),
          await takeTurn(req.payload, PER_ACCOUNT, blind(email)),
        ]
      : [await takeTurn(req.payload, PER_RECIPIENT, blind(email))]
  const wait = Math.max(...turns.map(({ retryAfterSeconds }) => retryAfterSeconds))
  if (wait === 0) return args
  req.responseHeaders = new Headers({ 'Retry-After': String(wait) })
  const minutes = Math.ceil(wait / 60)
  throw new Refusal(
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
