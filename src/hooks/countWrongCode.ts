import type { CollectionAfterErrorHook } from 'payload'
import { takeTurn } from '@/rateLimit'
import { Refusal } from '@/refusal'
import { recordSecurity } from '@/securityLog'
import { WRONG_CODES } from './factorRefusal'

/** After the rollback, so that the count stays, and on no connection beside the transaction's. */
export const countWrongCode: CollectionAfterErrorHook = async ({ error, req }) => {
  const { wrongCode } = req.context as { wrongCode?: { user: number; who: string } } // as: codeRefused.
  if (!(error instanceof Refusal) || error.code !== 'code_refuse' || !wrongCode) return
  await takeTurn(req.payload, WRONG_CODES, wrongCode.who)
  recordSecurity(req, 'code_refused', { user: wrongCode.user, by: wrongCode.user })
}
