'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { copyText } from '@/admin/copyText.client'

type Props = { link: string; words: { copy: string; copied: string; byHand: string } }

/** Copies the client's link; where the browser forbids it, shows it to be copied by hand. */
export function CopyLink({ link, words }: Props) {
  const [shown, setShown] = useState(false)
  const copy = async () => {
    if (await copyText(link)) toast.success(words.copied)
    else setShown(true)
  }
  return (
    <>
      <Button buttonStyle="secondary" size="medium" margin={false} onClick={copy}>
        {words.copy}
      </Button>
      {shown && (
        <label className="scim-copy">
          {words.byHand}
          <input readOnly value={link} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </>
  )
}
