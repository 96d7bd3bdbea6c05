'use client'

import { Button, toast, useFormFields, useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { TEMPLATE_KEYS } from '@/domain/notifications'
import { readersOf, SAMPLE_LABELS, samplesOf } from '@/domain/templateSamples'
import { editorWords, type EditorWords } from './editorWords'
import { PreviewView, VIEWS, WIDTHS, type View, type Width } from './PreviewView.client'
import { ask, usePreview, type PreviewState, type Wish } from './usePreview'
import { adminLocale } from './words'

type Props = { reservations: { id: number; reference: string }[] }

/** What is being written, as its reader will see it, while it is written. */
export function TemplatePreviewPane({ reservations }: Props) {
  const { i18n } = useTranslation()
  const language = adminLocale(i18n)
  const words = editorWords(language)
  const [view, setView] = useState<View>('mail')
  const [width, setWidth] = useState<Width>('phone')
  const [sample, setSample] = useState('ordinaire')
  const [reader, setReader] = useState('')
  const [enlarged, setEnlarged] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const key = useFormFields(([fields]) => fields.key?.value)
  const locale = useFormFields(([fields]) => fields.locale?.value) === 'en' ? 'en' : 'fr'
  const subject = useFormFields(([fields]) => fields.subject?.value)
  const body = useFormFields(([fields]) => fields.body?.value)
  const real = reservations.find(({ id }) => String(id) === sample)
  const wish: Wish = {
    key,
    locale,
    subject,
    body,
    sample: real ? 'ordinaire' : sample,
    reader,
    reservation: real?.id ?? null,
  }
  const state = usePreview(wish)
  const known = TEMPLATE_KEYS.find((one) => one === key)
  if (!known) return null
  const readers = readersOf(known)
  const shown = (asWide: Width) =>
    state.preview?.mail && (
      <PreviewView
        preview={{ ...state.preview, mail: state.preview.mail }}
        view={view}
        width={asWide}
        locale={locale}
        words={words}
      />
    )
  return (
    <section className="scim-preview" aria-label={words.preview}>
      <h3>{words.preview}</h3>
      <p className="scim-preview-hint">{words.previewHint}</p>
      <div className="scim-preview-choices">
        <label>
          {words.sample}
          <select value={sample} onChange={(event) => setSample(event.target.value)}>
            <optgroup label={words.madeUp}>
              {samplesOf(known).map((one) => (
                <option key={one} value={one}>
                  {SAMPLE_LABELS[one][language]}
                </option>
              ))}
            </optgroup>
            {reservations.length > 0 && (
              <optgroup label={words.real}>
                {reservations.map(({ id, reference }) => (
                  <option key={id} value={id}>
                    {reference}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        </label>
        {readers.length > 1 && (
          <label>
            {words.reader}
            <select value={reader} onChange={(event) => setReader(event.target.value)}>
              {readers.map((one) => (
                <option key={one} value={one}>
                  {words.readers[one]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <Toggle name={words.show} options={VIEWS} labels={words.views} value={view} on={setView} />
      <Toggle
        name={words.width}
        options={WIDTHS}
        labels={words.widths}
        value={width}
        on={setWidth}
      />
      {locale === 'en' && state.preview?.reader === 'equipe' && <p>{words.teamReadsFrench}</p>}
      <Verdict state={state} words={words} />
      {shown(width)}
      <div className="scim-preview-actions">
        <SendTest wish={wish} words={words} />
        <Button
          buttonStyle="secondary"
          size="small"
          margin={false}
          disabled={!state.preview?.mail}
          onClick={() => {
            setEnlarged(true)
            dialog.current?.showModal()
          }}
        >
          {words.enlarge}
        </Button>
      </div>
      <dialog
        ref={dialog}
        className="scim-dialog scim-dialog-wide"
        aria-label={words.preview}
        onClose={() => setEnlarged(false)}
      >
        {enlarged && shown('desktop')}
        <div className="scim-dialog-actions">
          <Button size="small" margin={false} onClick={() => dialog.current?.close()}>
            {words.close}
          </Button>
        </div>
      </dialog>
    </section>
  )
}

function Toggle<Option extends string>(props: {
  name: string
  options: readonly Option[]
  labels: Record<Option, string>
  value: Option
  on: (option: Option) => void
}) {
  const { name, options, labels, value, on } = props
  return (
    <div className="scim-toggle" role="group" aria-label={name}>
      {options.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          onClick={() => on(option)}
        >
          {labels[option]}
        </button>
      ))}
    </div>
  )
}

/** Whether the text may be published, or every sentence about what it lacks. */
function Verdict({ state, words }: { state: PreviewState; words: EditorWords }) {
  if (state.failed) return <p className="scim-preview-bad">{words.failed}</p>
  if (!state.preview) return <p role="status">{words.waiting}</p>
  const { faults, mail } = state.preview
  if (faults.length === 0)
    return (
      <p className="scim-preview-good" role="status">
        {words.ready}
      </p>
    )
  return (
    <div className="scim-preview-bad" role="status">
      <strong>{words.toCorrect}</strong>
      <ul>
        {faults.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
      {!mail && <p>{words.notSendable}</p>}
    </div>
  )
}

/** A copy of the text on the screen, to oneself and to nobody else. */
function SendTest({ wish, words }: { wish: Wish; words: EditorWords }) {
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    try {
      const answer = await ask('test', wish)
      // as: our endpoint's two shapes; anything else has neither field.
      const told = (await answer.json()) as { message?: string; errors?: { message: string }[] }
      if (answer.ok) toast.success(told.message)
      else toast.error(told.errors?.[0]?.message ?? words.failed)
    } catch {
      toast.error(words.failed) // fetch rejects only when no answer came.
    }
    setBusy(false)
  }
  return (
    <Button size="small" margin={false} disabled={busy} onClick={send}>
      {busy ? words.sending : words.sendTest}
    </Button>
  )
}
