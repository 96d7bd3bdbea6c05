'use client'

import { useState } from 'react'
import { FactorSetup } from '@/admin/account/FactorSetup.client'
import { factorWords } from '@/admin/account/factorWords'
import { RecoveryCodes } from '@/admin/account/RecoveryCodes.client'
import type { Locale } from '@/domain/status'
import type { Enrolment } from '@/hooks/enrolment'
import { send, type Refused } from '@/admin/send.client'
import { CodeStep } from './CodeStep.client'
import { PasswordStep } from './PasswordStep.client'
import { loginWords } from './words'

type Step =
  | { is: 'password' }
  | { is: 'code' }
  | { is: 'setup'; setup: Enrolment }
  | { is: 'codes'; codes: string[] }

/** What our login tells a program: see hooks/factorRefusal and hooks/askSecondFactor. */
type Told = { code?: string; setup?: Enrolment }

/** Password, then a code where the account asks for one; or its setup, where its role does. */
export function LoginSteps({ locale, target }: { locale: Locale; target: string }) {
  const words = loginWords(locale)
  const factor = factorWords(locale)
  const [step, setStep] = useState<Step>({ is: 'password' })
  const [known, setKnown] = useState({ email: '', password: '' })
  const [faults, setFaults] = useState<Refused>([])
  const [busy, setBusy] = useState(false)

  const enter = () => window.location.assign(target)
  const go = (next: Step) => {
    setFaults([])
    setBusy(false)
    setStep(next)
  }
  const login = async (body: { email: string; password: string; [more: string]: unknown }) => {
    setBusy(true)
    const sent = await send('POST', '/api/users/login', body, words)
    if (sent.ok) {
      const { recoveryCodes: codes } = sent.body as { recoveryCodes?: string[] } // as: tellOutcome.
      return codes ? go({ is: 'codes', codes }) : enter()
    }
    const { code, setup } = (sent.errors[0]?.data ?? {}) as Told // as: see its type.
    if (code === 'code_requis') return go({ is: 'code' })
    if (code === 'facteur_a_etablir' && setup) return go({ is: 'setup', setup })
    setBusy(false)
    setFaults(sent.errors)
  }
  const back = () => go({ is: 'password' })
  const common = { words, busy, faults }
  if (step.is === 'password')
    return (
      <PasswordStep
        {...common}
        email={known.email}
        onTyped={(typed) => {
          setKnown(typed)
          void login(typed)
        }}
      />
    )
  if (step.is === 'code')
    return (
      <CodeStep
        {...common}
        onCode={(code) => void login({ ...known, code })}
        onBack={back}
        onSwitch={() => setFaults([])}
      />
    )
  if (step.is === 'setup')
    return (
      <>
        <h1>{words.setupTitle}</h1>
        <p>{words.setupText}</p>
        <FactorSetup
          {...{ setup: step.setup, words: factor, busy, faults }}
          onCode={(code) => void login({ ...known, code, enrolment: step.setup.enrolment })}
          onBack={back}
        />
      </>
    )
  return (
    <>
      <h1>{factor.codes.title}</h1>
      <RecoveryCodes codes={step.codes} words={factor.codes} onKept={enter} />
    </>
  )
}
