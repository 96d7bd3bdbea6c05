'use client'

import { useId } from 'react'

type Props = {
  label: string
  hint?: string
  digits: boolean
  faults: { message: string }[]
  /** Where it is all there is to do; elsewhere the page would jump past what comes first. */
  first?: boolean
}

/** Where a code is typed. Telephones offer digits, and some the code itself. */
export function CodeField({ label, hint, digits, faults, first }: Props) {
  const id = useId()
  return (
    <div className="scim-field scim-code">
      <label htmlFor={id}>{label}</label>
      {hint && <small id={`${id}-aide`}>{hint}</small>}
      <input
        id={id}
        name="code"
        required
        autoFocus={first}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        inputMode={digits ? 'numeric' : 'text'}
        maxLength={20}
        aria-invalid={faults.length > 0 || undefined}
        aria-describedby={`${hint ? `${id}-aide ` : ''}${id}-faute`}
      />
      <div role="alert" id={`${id}-faute`}>
        {faults.map(({ message }) => (
          <p key={message} className="scim-fault">
            {message}
          </p>
        ))}
      </div>
    </div>
  )
}

/** What was typed into it. */
export const codeIn = (form: HTMLFormElement) => String(new FormData(form).get('code') ?? '')
