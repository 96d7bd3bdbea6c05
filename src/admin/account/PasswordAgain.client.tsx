'use client'

import { Button } from '@payloadcms/ui'
import { useId, type FormEvent } from 'react'
import type { FactorWords } from './factorWords'

type Props = {
  words: FactorWords
  busy: boolean
  faults: { message: string }[]
  onPassword: (password: string) => void
  onBack: () => void
}

/** Who it is, once more: somebody else may have found the session open. */
export function PasswordAgain({ words, busy, faults, onPassword, onBack }: Props) {
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation() // Payload's own form hears what happens inside it.
    onPassword(String(new FormData(event.currentTarget).get('password') ?? ''))
  }
  return (
    <form method="post" onSubmit={submit}>
      <div className="scim-field">
        <label htmlFor={id}>{words.password}</label>
        <small id={`${id}-aide`}>{words.passwordHint}</small>
        <input
          id={id}
          name="password"
          type="password"
          required
          autoComplete="current-password"
          aria-invalid={faults.length > 0 || undefined}
          aria-describedby={`${id}-aide ${id}-faute`}
        />
        <div role="alert" id={`${id}-faute`}>
          {faults.map(({ message }) => (
            <p key={message} className="scim-fault">
              {message}
            </p>
          ))}
        </div>
      </div>
      <div className="scim-dialog-actions">
        <Button buttonStyle="primary" margin={false} disabled={busy} type="submit">
          {busy ? words.sending : words.goOn}
        </Button>
        <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  )
}
