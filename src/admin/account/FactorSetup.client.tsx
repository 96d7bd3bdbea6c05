'use client'

import { Button } from '@payloadcms/ui'
import type { FormEvent } from 'react'
import type { Enrolment } from '@/hooks/enrolment'
import { CodeField, codeIn } from './CodeField.client'
import type { FactorWords } from './factorWords'

type Props = {
  setup: Enrolment
  words: FactorWords
  busy: boolean
  faults: { message: string }[]
  onCode: (code: string) => void
  onBack: () => void
}

/** Shows a telephone what it needs, and asks for the first code it computes. */
export function FactorSetup({ setup, words, busy, faults, onCode, onBack }: Props) {
  const { size, path } = setup.qr
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation() // Payload's own form hears what happens inside it.
    onCode(codeIn(event.currentTarget))
  }
  return (
    <form method="post" onSubmit={submit}>
      <ol className="scim-setup">
        <li>{words.setup.install}</li>
        <li>
          {words.setup.scan}
          <svg
            className="scim-qr"
            role="img"
            aria-label={words.setup.picture}
            viewBox={`0 0 ${size} ${size}`}
            shapeRendering="crispEdges"
          >
            <path d={path} />
          </svg>
          <span className="scim-row">
            <a href={setup.uri}>{words.setup.same}</a>
            <span>
              {words.setup.byHand}{' '}
              <code className="scim-secret">{setup.secret.match(/.{1,4}/g)?.join(' ')}</code>
            </span>
          </span>
        </li>
        <li>
          {words.setup.type}
          <CodeField label={words.code} digits faults={faults} />
        </li>
      </ol>
      <div className="scim-dialog-actions">
        <Button buttonStyle="primary" margin={false} disabled={busy} type="submit">
          {busy ? words.sending : words.setup.confirm}
        </Button>
        <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  )
}
