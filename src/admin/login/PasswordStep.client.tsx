'use client'

import { Button } from '@payloadcms/ui'
import Link from 'next/link'
import type { FormEvent } from 'react'
import type { Refused } from '@/admin/send.client'
import type { LoginWords } from './words'

type Typed = { email: string; password: string }
type Props = {
  words: LoginWords
  busy: boolean
  faults: Refused
  email: string
  onTyped: (typed: Typed) => void
}

export function PasswordStep({ words, busy, faults, email, onTyped }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    onTyped({ email: String(data.get('email')), password: String(data.get('password')) })
  }
  return (
    <form method="post" onSubmit={submit}>
      <h1>{words.title}</h1>
      <div role="alert">
        {faults.map(({ message }) => (
          <p key={message} className="scim-fault">
            {message}
          </p>
        ))}
      </div>
      <div className="scim-field">
        <label htmlFor="field-email">{words.email}</label>
        <input
          id="field-email"
          name="email"
          type="email"
          required
          autoFocus
          autoComplete="username"
          defaultValue={email}
        />
      </div>
      <div className="scim-field">
        <label htmlFor="field-password">{words.password}</label>
        <input
          id="field-password"
          name="password"
          type="password"
          required
          autoComplete="current-password"
        />
      </div>
      <div className="scim-dialog-actions">
        <Button buttonStyle="primary" margin={false} disabled={busy} type="submit">
          {busy ? words.sending : words.submit}
        </Button>
        <Link href="/admin/forgot" prefetch={false}>
          {words.forgot}
        </Link>
      </div>
    </form>
  )
}
