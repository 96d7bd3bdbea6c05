import type { TextFieldServerProps } from 'payload'
import { adminLocale } from '@/admin/words'
import { factorOf } from '@/secondFactor'
import { factorWords } from './factorWords'
import { ProofField } from './ProofField.client'

/** Who it is, once more, where an address, a password or the right to everything is about to change. */
export async function Proof({ path, req, i18n, operation }: TextFieldServerProps) {
  if (!req.user) return null
  const words = factorWords(adminLocale(i18n))
  const code = (await factorOf(req, req.user.id)) !== null
  return (
    <ProofField
      path={path}
      code={code}
      born={operation === 'create'}
      label={code ? words.proofCode : words.proof}
      hint={words.passwordHint}
    />
  )
}
