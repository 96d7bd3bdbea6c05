'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { createPortal } from 'react-dom'
import type { Enrolment } from '@/hooks/enrolment'
import type { Locale } from '@/domain/status'
import { send, type Refused } from '@/admin/send.client'
import { CodeField, codeIn } from './CodeField.client'
import { FactorSetup } from './FactorSetup.client'
import { factorWords } from './factorWords'
import { PasswordAgain } from './PasswordAgain.client'
import { RecoveryCodes } from './RecoveryCodes.client'

type Step =
  | { is: 'closed' }
  | { is: 'password' }
  | { is: 'setup'; setup: Enrolment }
  | { is: 'renew' }
  | { is: 'codes'; codes: string[] }

/** One's own second factor: turned on, or given new recovery codes. */
export function FactorControls({ on, locale }: { on: boolean; locale: Locale }) {
  const words = factorWords(locale)
  const [step, setStep] = useState<Step>({ is: 'closed' })
  const [faults, setFaults] = useState<Refused>([])
  const [busy, setBusy] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const router = useRouter()
  const id = useId()
  const open = step.is !== 'closed'
  useEffect(() => {
    if (open) dialog.current?.showModal()
  }, [open])

  const ask = async (path: string, body: object) => {
    setBusy(true)
    const sent = await send('POST', `/api/users/second-factor/${path}`, body, words)
    setBusy(false)
    setFaults(sent.ok ? [] : sent.errors)
    return sent.ok ? sent.body : null
  }
  const begin = async (password: string) => {
    const setup = await ask('start', { password })
    if (setup) setStep({ is: 'setup', setup: setup as Enrolment }) // as: what hooks/enrolment answers.
  }
  const showCodes = (body: unknown) => {
    // as: the shape that hooks/manageFactor answers.
    if (body) setStep({ is: 'codes', codes: (body as { recoveryCodes: string[] }).recoveryCodes })
  }
  const renew = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation() // Payload's own form hears what happens inside it.
    showCodes(await ask('recovery', { code: codeIn(event.currentTarget) }))
  }
  const close = () => {
    setFaults([])
    setStep({ is: 'closed' })
    router.refresh()
  }
  const { setup: asked } = words
  const title = {
    password: asked.title,
    setup: asked.title,
    renew: words.renew,
    codes: words.codes.title,
  }
  return (
    <>
      <Button
        buttonStyle={on ? 'secondary' : 'primary'}
        margin={false}
        disabled={busy}
        onClick={() => setStep({ is: on ? 'renew' : 'password' })}
      >
        {on ? words.renew : words.turnOn}
      </Button>
      {/* At the end of the page: a form may not stand in Payload's own. */}
      {step.is !== 'closed' &&
        createPortal(
          <dialog
            ref={dialog}
            className="scim-dialog"
            aria-labelledby={`${id}-titre`}
            onCancel={(event) => step.is === 'codes' && event.preventDefault()}
            onClose={close}
          >
            <h2 id={`${id}-titre`}>{title[step.is]}</h2>
            {step.is === 'password' && (
              <PasswordAgain {...{ words, busy, faults }} onPassword={begin} onBack={close} />
            )}
            {step.is === 'setup' && (
              <FactorSetup
                {...{ setup: step.setup, words, busy, faults }}
                onCode={async (code) => {
                  const { enrolment } = step.setup
                  showCodes(await ask('confirm', { enrolment, code }))
                }}
                onBack={close}
              />
            )}
            {step.is === 'renew' && (
              <form method="post" onSubmit={renew}>
                <p>{words.renewHint}</p>
                <CodeField
                  label={words.code}
                  hint={words.codeHint}
                  digits={false}
                  faults={faults}
                />
                <div className="scim-dialog-actions">
                  <Button buttonStyle="primary" margin={false} disabled={busy} type="submit">
                    {busy ? words.sending : words.renew}
                  </Button>
                  <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={close}>
                    {words.back}
                  </Button>
                </div>
              </form>
            )}
            {step.is === 'codes' && (
              <RecoveryCodes codes={step.codes} words={words.codes} onKept={close} />
            )}
          </dialog>,
          document.body,
        )}
    </>
  )
}
