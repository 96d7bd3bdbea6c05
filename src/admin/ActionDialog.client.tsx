'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { createPortal } from 'react-dom'
import { FormFields, valuesOf, type FieldSpec } from './FormFields.client'
import { send, type Refused } from './send.client'

export type DialogWords = { back: string; sending: string; done: string; failed: string }

export type ActionProps = {
  label: string
  title: string
  text?: string
  submit?: string
  look?: 'primary' | 'secondary'
  method?: 'POST' | 'PATCH'
  url: string
  fields: FieldSpec[]
  /** Sent along with what is typed. */
  fixed?: Record<string, unknown>
  words: DialogWords
  /** What to say instead of `done`, when somebody else did it already. */
  outcome?: () => Promise<string | null>
}

/** A button that asks once, in words, and then does what it says. */
export function ActionDialog(props: ActionProps) {
  const { label, title, text, submit = label, look = 'secondary', fields, words } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const [errors, setErrors] = useState<Refused>([])
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState(false)
  const router = useRouter()
  const id = useId()
  const names = new Set(fields.flatMap((field) => [field.name, 'startsAt', 'endsAt']))

  useEffect(() => {
    if (shown) dialog.current?.showModal()
  }, [shown])

  const run = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation() // Payload's own form hears what happens inside it.
    const form = event.currentTarget
    setBusy(true)
    const body = { ...valuesOf(form, fields), ...props.fixed }
    const sent = await send(props.method ?? 'POST', props.url, body, words)
    const other = sent.ok ? await props.outcome?.() : null
    setBusy(false)
    if (!sent.ok) return setErrors(sent.errors)
    dialog.current?.close()
    form.reset()
    setErrors([])
    if (other) toast.info(other)
    else toast.success(words.done)
    router.refresh()
  }
  const general = errors.filter(({ path }) => !names.has(path))
  return (
    <>
      <Button
        buttonStyle={look}
        size="medium"
        margin={false}
        onClick={() => {
          setErrors([])
          if (shown) dialog.current?.showModal()
          else setShown(true)
        }}
      >
        {label}
      </Button>
      {/* At the end of the page: a form may not stand in Payload's own. */}
      {shown &&
        createPortal(
          <dialog
            ref={dialog}
            className="scim-dialog"
            aria-labelledby={`${id}-titre`}
            // Whoever was refused has an old page behind the dialog.
            onClose={() => errors.length > 0 && router.refresh()}
          >
            <form method="post" onSubmit={run}>
              <h2 id={`${id}-titre`}>{title}</h2>
              {text && <p>{text}</p>}
              <div role="alert">
                {general.map(({ message }) => (
                  <p key={message} className="scim-fault">
                    {message}
                  </p>
                ))}
              </div>
              <FormFields fields={fields} errors={errors} />
              <div className="scim-dialog-actions">
                <Button buttonStyle="primary" margin={false} disabled={busy} type="submit">
                  {busy ? words.sending : submit}
                </Button>
                <Button
                  buttonStyle="secondary"
                  margin={false}
                  disabled={busy}
                  onClick={() => dialog.current?.close()}
                >
                  {words.back}
                </Button>
              </div>
            </form>
          </dialog>,
          document.body,
        )}
    </>
  )
}
