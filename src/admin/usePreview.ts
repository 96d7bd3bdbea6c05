'use client'

import { useEffect, useState } from 'react'
import type { Preview } from '@/messaging/templatePreview'

const PAUSE = 400

export type Wish = {
  key: unknown
  locale: unknown
  subject: unknown
  body: unknown
  sample: string
  reader: string
  reservation: number | null
}
export type PreviewState = { preview: Preview | null; failed: boolean }

export const ask = (action: 'preview' | 'test', wish: Wish, signal?: AbortSignal) =>
  fetch(`/api/message-templates/${action}`, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...wish, reader: wish.reader || undefined }),
    signal,
  })

/** The preview of what is being written, asked for whenever the writer pauses. */
export function usePreview(wish: Wish): PreviewState {
  const [state, setState] = useState<PreviewState>({ preview: null, failed: false })
  const { key, locale, subject, body, sample, reader, reservation } = wish
  useEffect(() => {
    if (!key || !locale) return
    const abort = new AbortController()
    const show = async () => {
      const wished = { key, locale, subject, body, sample, reader, reservation }
      try {
        const answer = await ask('preview', wished, abort.signal)
        // as: our own endpoint answers 200 with nothing else.
        const preview = answer.ok ? ((await answer.json()) as Preview) : null
        setState({ preview, failed: !answer.ok })
      } catch {
        // A newer text replaced this one, or no answer came: only the second is worth a word.
        if (!abort.signal.aborted) setState({ preview: null, failed: true })
      }
    }
    const timer = setTimeout(show, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [key, locale, subject, body, sample, reader, reservation])
  return state
}
