'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

type Texts = Record<
  'resend' | 'recipient' | 'hint' | 'reached' | 'sending' | 'done' | 'failed',
  string
>
type Props = { id: number; recipient: string; client: boolean; texts: Texts }

type Answer = { message?: string; doc?: { id: number }; errors?: { message?: string }[] }

async function post(path: string, body: object): Promise<Answer> {
  const answer = await fetch(path, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  // as: Payload's shapes; anything else falls back to the status text.
  const said = (await answer.json().catch(() => ({}))) as Answer
  return answer.ok ? said : { errors: said.errors ?? [{ message: answer.statusText }] }
}

/** Sends the message once more, perhaps to a corrected address, or notes that no mail is needed. */
export function ResendMessage({ id, recipient, client, texts }: Props) {
  const router = useRouter()
  const [address, setAddress] = useState(recipient)
  const [busy, setBusy] = useState(false)

  const act = (path: string, body: object) => async () => {
    setBusy(true)
    try {
      const { errors, message, doc } = await post(`/api/messages/${id}/${path}`, body)
      if (errors) toast.error(errors[0]?.message ?? texts.failed)
      else toast.success(message ?? texts.done)
      if (doc) router.push(`/admin/collections/messages/${doc.id}`)
      router.refresh()
    } catch {
      toast.error(texts.failed) // fetch rejects only when no answer came.
    }
    setBusy(false)
  }
  return (
    <div className="scim-resend">
      <label htmlFor="renvoi-adresse">{texts.recipient}</label>
      <input
        id="renvoi-adresse"
        type="email"
        value={address}
        maxLength={254}
        aria-describedby="renvoi-aide"
        onChange={(event) => setAddress(event.target.value)}
      />
      <p id="renvoi-aide">{texts.hint}</p>
      <div className="scim-dialog-actions">
        <Button
          buttonStyle="primary"
          size="medium"
          margin={false}
          disabled={busy}
          onClick={act('resend', { recipient: address })}
        >
          {busy ? texts.sending : texts.resend}
        </Button>
        {client && (
          <Button
            buttonStyle="secondary"
            size="medium"
            margin={false}
            disabled={busy}
            onClick={act('reached', {})}
          >
            {texts.reached}
          </Button>
        )}
      </div>
    </div>
  )
}
