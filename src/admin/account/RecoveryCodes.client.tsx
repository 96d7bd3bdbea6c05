'use client'

import { Button, toast } from '@payloadcms/ui'
import { copyText } from '@/admin/copyText.client'
import type { FactorWords } from './factorWords'

type Props = { codes: string[]; words: FactorWords['codes']; onKept: () => void }

/** The codes on paper, this once. */
export function RecoveryCodes({ codes, words, onKept }: Props) {
  const text = `${codes.join('\n')}\n`
  const copy = async () => {
    if (await copyText(text)) toast.success(words.copied)
    else toast.error(words.notCopied)
  }
  return (
    <>
      <p>{words.text}</p>
      <ul className="scim-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="scim-dialog-actions">
        <Button buttonStyle="primary" margin={false} onClick={onKept}>
          {words.kept}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={copy}>
          {words.copy}
        </Button>
        <a
          className="scim-link-button"
          download={words.file}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          {words.download}
        </a>
      </div>
    </>
  )
}
