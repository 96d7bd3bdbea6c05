'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import type { Status } from '@/domain/status'

type Words = Record<
  | 'confirm'
  | 'refuse'
  | 'cancel'
  | 'confirmTitle'
  | 'refuseTitle'
  | 'cancelTitle'
  | 'confirmText'
  | 'refuseText'
  | 'note'
  | 'back'
  | 'sending'
  | 'done'
  | 'failed',
  string
>
type Props = { id: number; status: Status; words: Words }
type Wish = Extract<Status, 'confirmee' | 'annulee'>

async function decide(id: number, status: Wish, statusNote: string): Promise<string | null> {
  const answer = await fetch(`/api/reservations/${id}`, {
    method: 'PATCH',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ status, statusNote }),
  })
  if (answer.ok) return null
  // as: Payload's error shape; anything else falls back to the status text.
  const body = (await answer.json().catch(() => ({}))) as { errors?: { message?: string }[] }
  return body.errors?.[0]?.message ?? answer.statusText
}

/** Confirm and refuse, each asked once in words, with a note to the client. */
export function DecisionButtons({ id, status, words }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [wish, setWish] = useState<Wish>('confirmee')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const waiting = status === 'en_attente'
  const refusal = waiting ? words.refuse : words.cancel
  const title =
    wish === 'confirmee' ? words.confirmTitle : waiting ? words.refuseTitle : words.cancelTitle

  const ask = (next: Wish) => () => {
    setWish(next)
    setNote('')
    dialog.current?.showModal()
  }
  const send = async () => {
    setBusy(true)
    try {
      const refused = await decide(id, wish, note)
      dialog.current?.close()
      if (refused) toast.error(refused)
      else toast.success(words.done)
      // The form keeps the values it was opened with: only a fresh page shows what is true now.
      setTimeout(() => window.location.reload(), refused ? 4000 : 600)
    } catch {
      toast.error(words.failed) // fetch rejects only when no answer came.
      setBusy(false)
    }
  }
  return (
    <div className="scim-decision">
      {waiting && (
        <Button buttonStyle="primary" size="medium" margin={false} onClick={ask('confirmee')}>
          {words.confirm}
        </Button>
      )}
      <Button buttonStyle="secondary" size="medium" margin={false} onClick={ask('annulee')}>
        {refusal}
      </Button>
      <dialog ref={dialog} className="scim-dialog" aria-labelledby="decision-titre">
        <h2 id="decision-titre">{title}</h2>
        <p>{wish === 'confirmee' ? words.confirmText : words.refuseText}</p>
        <label htmlFor="decision-note">{words.note}</label>
        <textarea
          id="decision-note"
          rows={3}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <p className="scim-dialog-actions">
          <Button buttonStyle="primary" margin={false} disabled={busy} onClick={send}>
            {busy ? words.sending : wish === 'confirmee' ? words.confirm : refusal}
          </Button>
          <Button
            buttonStyle="secondary"
            margin={false}
            disabled={busy}
            onClick={() => dialog.current?.close()}
          >
            {words.back}
          </Button>
        </p>
      </dialog>
    </div>
  )
}
