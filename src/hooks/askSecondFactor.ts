import type {
  CollectionAfterOperationHook,
  CollectionBeforeLoginHook,
  CollectionBeforeOperationHook,
} from 'payload'
import type { User } from '@/payload-types'
import { factorOf, isDemandedUntilCommit } from '@/secondFactor'
import { endEarlierSessions, establish, newEnrolment } from './enrolment'
import { factorRefusal } from './factorRefusal'
import { spendCode } from './spendCode'

/**
 * The one door of every new session, a login's and a reset password's: Payload has seen that the
 * password, or the link, is right, and commits nothing when this throws.
 */
export const askSecondFactor: CollectionBeforeLoginHook<User> = async ({ req, user }) => {
  const factor = await factorOf(req, user.id)
  const demanded = !factor && (await isDemandedUntilCommit(req, user.id))
  if (req.context.isReset === true) {
    if (factor || demanded) await openNothing(req, user.id)
    return
  }
  const { code, enrolment }: Typed = req.data ?? {}
  if (factor && code === undefined) throw factorRefusal(req, 'code_requis')
  if (factor) return spendCode(req, user, factor, code)
  if (enrolment !== undefined) {
    req.context.recoveryCodes = await establish(req, user, { enrolment, code })
    // The last one is the session that this login opens.
    return endEarlierSessions(req, user.id, user.sessions?.at(-1)?.id)
  }
  if (demanded)
    throw factorRefusal(req, 'facteur_a_etablir', { setup: await newEnrolment(req, user) })
}

type Typed = { code?: unknown; enrolment?: unknown }
type Req = Parameters<CollectionBeforeLoginHook>[0]['req']

/** A link that came by mail sets the password; to enter, the password and the code are asked for. */
async function openNothing(req: Req, user: number): Promise<void> {
  await endEarlierSessions(req, user, undefined)
  req.context.opensNothing = true
}

/** Payload's hook before a session does not say which way it is opened. */
export const noteReset: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'login' || operation === 'resetPassword')
    req.context.isReset = operation === 'resetPassword'
  return args
}

/** Recovery codes come with the login that set them up; a token that opens nothing is not given. */
export const tellOutcome: CollectionAfterOperationHook = ({ operation, req, result }) => {
  const { recoveryCodes, opensNothing } = req.context
  if (operation === 'login' && recoveryCodes) return { ...result, recoveryCodes }
  if (operation === 'resetPassword' && opensNothing) return { ...result, token: '', user: null }
  return result
}
