import type { CollectionAfterErrorHook } from 'payload'
import { takeTurn } from '@/rateLimit'
import { Refusal } from '@/refusal'
import { recordSecurity } from '@/securityLog'
import { WRONG_CODES } from './factorRefusal'
import { countWrongPassword } from './stepUp'

/** What codeRefused and stepUp leave in the request. */
type Wrong = { wrongCode?: { user: number; who: string }; wrongPassword?: number }

/** After the rollback, so that the count stays, and on no connection beside the transaction's. */
export const countWrongCode: CollectionAfterErrorHook = async ({ error, req }) => {
  if (!(error instanceof Refusal)) return
  const { wrongCode, wrongPassword: user }: Wrong = req.context
  if (error.code === 'mot_de_passe_refuse' && user) await countWrongPassword(req, user)
  if (error.code !== 'code_refuse' || !wrongCode) return
  await takeTurn(req.payload, WRONG_CODES, wrongCode.who)
  await recordSecurity(req, 'code_refused', { user: wrongCode.user, by: wrongCode.user })
}
