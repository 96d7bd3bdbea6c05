'use client'

import { Button } from '@payloadcms/ui'
import { useState, type FormEvent } from 'react'
import { CodeField, codeIn } from '@/admin/account/CodeField.client'
import type { Refused } from '@/admin/send.client'
import type { LoginWords } from './words'

type Props = {
  words: LoginWords
  busy: boolean
  faults: Refused
  onCode: (code: string) => void
  onBack: () => void
  /** Another kind of code: what was said of the last one is over. */
  onSwitch: () => void
}

export function CodeStep({ words, busy, faults, onCode, onBack, onSwitch }: Props) {
  const [paper, setPaper] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onCode(codeIn(event.currentTarget))
  }
  const change = () => {
    setPaper(!paper)
    onSwitch()
  }
  return (
    <form method="post" onSubmit={submit}>
      <h1>{words.codeTitle}</h1>
      <CodeField
        // Another one: the keyboard of a telephone is chosen when a field gets the focus.
        key={String(paper)}
        label={words.code}
        hint={paper ? words.paperHint : words.codeHint}
        digits={!paper}
        first
        faults={faults}
      />
      <div className="scim-dialog-actions">
        <Button buttonStyle="primary" margin={false} disabled={busy} type="submit">
          {busy ? words.sending : words.submit}
        </Button>
        <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={onBack}>
          {words.back}
        </Button>
      </div>
      <button type="button" className="scim-plain" onClick={change}>
        {paper ? words.phone : words.paper}
      </button>
    </form>
  )
}
