'use client'

import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { copyText } from '@/admin/copyText.client'
import { send } from '@/admin/send.client'
import type { FeedWords } from './words'

type Props = {
  path: string
  what: string
  address: string | null
  names: boolean
  words: Omit<FeedWords, 'what'>
}

/** Opens, renews and closes the address of a calendar. */
export function FeedControls({ path, what, words, ...initial }: Props) {
  const id = useId()
  const [address, setAddress] = useState(initial.address)
  const [names, setNames] = useState(initial.names)
  const [busy, setBusy] = useState(false)

  const wish = (open: boolean) => async () => {
    setBusy(true)
    const sent = await send('POST', path, { open, names }, words)
    setBusy(false)
    if (!sent.ok) return void toast.error(sent.errors.map(({ message }) => message).join(' '))
    // as: the shape that hooks/manageFeed answers.
    setAddress((sent.body as { address: string | null }).address)
    toast.success(words.done)
  }
  const copy = async () => {
    const copied = await copyText(address ?? '')
    if (copied) toast.success(words.copied)
    else toast.error(words.notCopied)
  }
  return (
    <section className="scim-block">
      <h3>{words.title}</h3>
      <p>{what}</p>
      <p>{words.secret}</p>
      {address ? (
        <p className="scim-address">
          <label htmlFor={id}>{words.address}</label>
          <input
            id={id}
            readOnly
            value={address}
            onFocus={(event) => event.currentTarget.select()}
          />
        </p>
      ) : (
        <p>{words.none}</p>
      )}
      <p>
        <label>
          <input
            type="checkbox"
            checked={names}
            disabled={busy}
            onChange={(event) => setNames(event.target.checked)}
          />{' '}
          {words.names}
        </label>
      </p>
      {address && <p>{words.renewHint}</p>}
      <div className="scim-dialog-actions">
        {address && (
          <Button buttonStyle="secondary" margin={false} onClick={copy}>
            {words.copy}
          </Button>
        )}
        <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={wish(true)}>
          {address ? words.renew : words.open}
        </Button>
        {address && (
          <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={wish(false)}>
            {words.close}
          </Button>
        )}
      </div>
    </section>
  )
}
