'use client'

import { useAllFormFields, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useState } from 'react'
import type { SlotsPreview as Preview } from '@/messaging/slotsPreview'
import { propertyWords, type PropertyWords } from './propertyWords'
import { adminLocale } from './words'

const PAUSE = 500

type State = { preview: Preview | null; refusal: string | null }

/** What clients could book in the next two weeks if the form were saved as it stands. */
export function SlotsPreview() {
  const { id } = useDocumentInfo()
  const [fields] = useAllFormFields()
  const { i18n } = useTranslation()
  const words = propertyWords(adminLocale(i18n))
  const [state, setState] = useState<State>({ preview: null, refusal: null })
  const { slotMinutes, visitHours, closedPeriods } = reduceFieldsToValues(fields, true)
  const wish = JSON.stringify({
    id: id ? Number(id) : null,
    slotMinutes: Number(slotMinutes) || 0,
    visitHours: rowsOf(visitHours),
    closedPeriods: rowsOf(closedPeriods),
  })
  useEffect(() => {
    const abort = new AbortController()
    const timer = setTimeout(() => {
      ask(wish, abort.signal).then(setState, () => {
        // A newer form replaced this one, or no answer came: only the second is worth a word.
        if (!abort.signal.aborted) setState({ preview: null, refusal: words.failed })
      })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [wish, words.failed])
  return (
    <section className="scim-slots" aria-label={words.slots}>
      <h3>{words.slots}</h3>
      <p className="scim-preview-hint">{words.slotsHint}</p>
      {state.refusal && <p className="scim-preview-bad">{state.refusal}</p>}
      {state.preview && <Days preview={state.preview} words={words} />}
    </section>
  )
}

/** An array field without rows has the value 0 in a form. */
const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

async function ask(wish: string, signal: AbortSignal): Promise<State> {
  const answer = await fetch('/api/properties/slots-preview', {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: wish,
    signal,
  })
  // as: our endpoint's two shapes.
  const body = (await answer.json()) as Preview & { errors?: { message: string }[] }
  return answer.ok
    ? { preview: body, refusal: null }
    : { preview: null, refusal: body.errors?.[0]?.message ?? answer.statusText }
}

function Days({ preview, words }: { preview: Preview; words: PropertyWords }) {
  const { faults, days } = preview
  if (faults.length > 0)
    return (
      <ul className="scim-preview-bad" role="status">
        {[...new Set(faults)].map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    )
  return (
    <ul className="scim-slots-days">
      {days.map(({ words: day, slots }) => {
        const free = slots.filter((slot) => slot.free)
        return (
          <li key={day}>
            <strong>{day}</strong> <span>{words.free(free.length, slots.length)}</span>
            {slots.length > 0 && (
              <p>
                {slots.map(({ at, free: isFree }) => (
                  <span key={at} className={isFree ? 'scim-slot' : 'scim-slot taken'}>
                    {at}
                    {!isFree && <span className="scim-unseen"> {words.taken}</span>}
                  </span>
                ))}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
