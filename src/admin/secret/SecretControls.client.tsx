'use client'

import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { send } from '@/admin/send.client'

type Words = Record<'title' | 'hint' | 'show' | 'once' | 'failed', string>

export function SecretControls({ path, words }: { path: string; words: Words }) {
  const id = useId()
  const [secret, setSecret] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const show = async () => {
    setBusy(true)
    const sent = await send('POST', path, {}, words)
    setBusy(false)
    if (!sent.ok) return void toast.error(sent.errors.map(({ message }) => message).join(' '))
    setSecret((sent.body as { secret: string }).secret) // as: the shape that hooks/showSecret answers.
  }
  return (
    <section className="scim-block">
      <h3>{words.title}</h3>
      <p>{words.hint}</p>
      {secret && (
        <p className="scim-address">
          <label htmlFor={id}>{words.once}</label>
          <input
            id={id}
            readOnly
            value={secret}
            onFocus={(event) => event.currentTarget.select()}
          />
        </p>
      )}
      <div className="scim-dialog-actions">
        <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={show}>
          {words.show}
        </Button>
      </div>
    </section>
  )
}
