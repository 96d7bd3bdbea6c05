'use client'

import {
  useField,
  useFormFields,
  useFormModified,
  useFormProcessing,
  useFormSubmitted,
} from '@payloadcms/ui'
import { useEffect, useId } from 'react'

type Props = { path: string; code: boolean; born: boolean; label: string; hint: string }

/** Stands there only when it is needed: a browser would fill in what nobody asked for. */
export function ProofField({ path, code, born, label, hint }: Props) {
  const id = useId()
  const { value, setValue } = useField<string>({ path })
  const modified = useFormModified()
  const processing = useFormProcessing()
  // Payload's word for a form that was refused: what was typed still stands there.
  const refused = useFormSubmitted()
  const dispatch = useFormFields(([, act]) => act)
  const needed = useFormFields(
    ([{ email, password, role }]) =>
      (role?.value === 'admin' && (born || role.initialValue !== 'admin')) ||
      (!born &&
        (Boolean(password?.value) || (email !== undefined && email.value !== email.initialValue))),
  )
  useEffect(() => {
    if (modified || processing || refused || !value) return
    // It was sent. Payload hides the new password now and keeps it: the next save would bring it again.
    for (const sent of ['password', 'confirm-password']) dispatch({ type: 'REMOVE', path: sent })
    setValue('', true)
  }, [modified, processing, refused, value, dispatch, setValue])
  if (!needed || !(modified || processing || refused)) return null
  return (
    <div className="scim-field field-type">
      <label htmlFor={id}>{label}</label>
      <small id={`${id}-aide`}>{hint}</small>
      <input
        id={id}
        type={code ? 'text' : 'password'}
        autoComplete={code ? 'one-time-code' : 'current-password'}
        aria-describedby={`${id}-aide`}
        value={value ?? ''}
        onChange={(event) => setValue(event.target.value)}
      />
    </div>
  )
}
