'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { send, type Refused } from '@/admin/send.client'

type Words = Record<'reply' | 'replyHint' | 'send' | 'sending' | 'done' | 'failed', string>

/** Writes to the client where the conversation is read. What was typed stays until it is saved. */
export function ReplyForm({ url, words }: { url: string; words: Words }) {
  const [errors, setErrors] = useState<Refused>([])
  const [busy, setBusy] = useState(false)
  const router = useRouter()
  const run = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    const sent = await send('POST', url, { text: new FormData(form).get('text') }, words)
    setBusy(false)
    setErrors(sent.ok ? [] : sent.errors)
    if (!sent.ok) return
    form.reset()
    toast.success(words.done)
    router.refresh()
  }
  return (
    <form method="post" onSubmit={run} className="scim-field">
      <label htmlFor="scim-reponse">{words.reply}</label>
      <small id="scim-reponse-aide">{words.replyHint}</small>
      <textarea
        id="scim-reponse"
        name="text"
        rows={4}
        required
        maxLength={2000}
        aria-describedby="scim-reponse-aide"
      />
      <div role="alert">
        {errors.map(({ message }) => (
          <p key={message} className="scim-fault">
            {message}
          </p>
        ))}
      </div>
      <Button buttonStyle="primary" margin={false} disabled={busy} type="submit">
        {busy ? words.sending : words.send}
      </Button>
    </form>
  )
}
