'use client'

import { Button } from '@payloadcms/ui'
import Link from 'next/link'
import { useState, type FormEvent } from 'react'
import { FormFields, type FieldSpec } from '@/admin/FormFields.client'
import { MomentPicker, type MomentWords } from '@/admin/MomentPicker.client'
import { send, type Refused } from '@/admin/send.client'
import type { Locale } from '@/domain/status'
import type { Receipt } from '@/domain/view'
import { deadlineInWords, unbroken } from '@/domain/wording'
import type { CallWords } from './words'

type Option = { value: string; label: string }
type Property = { id: number; title: string; kinds: Option[] }
type Props = {
  requestKey: string
  properties: Property[]
  /** The agency's own, chosen unless the caller speaks the other. */
  language: Locale
  words: CallWords
  moment: MomentWords
}
type Done = Receipt & { id: number }

/** One short form; what it refuses stands beneath the field, what was typed stays. */
export function CallForm({ requestKey, properties, language, words, moment }: Props) {
  const [property, setProperty] = useState(properties[0])
  const [kind, setKind] = useState(properties[0]?.kinds[0]?.value ?? '')
  const [errors, setErrors] = useState<Refused>([])
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  if (!property) return <p>{words.none}</p>
  if (done) return <CallDone done={done} words={words} moment={moment} />

  const run = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string) => data.get(name) || undefined
    setBusy(true)
    const sent = await send(
      'POST',
      '/api/reservations/call',
      {
        requestKey,
        property: property.id,
        kind,
        startsAt: text('startsAt'),
        endsAt: text('endsAt'),
        client: {
          name: text('client.name'),
          phone: text('client.phone'),
          email: text('client.email'),
        },
        note: text('note'),
        locale: text('locale'),
        consent: data.has('consent'),
        confirm: data.has('confirm'),
      },
      words,
    )
    setBusy(false)
    setErrors(sent.ok ? [] : sent.errors)
    if (sent.ok) setDone(sent.body as Done) // as: our own route's answer.
  }
  const choose = (id: string) => {
    const chosen = properties.find((one) => String(one.id) === id)
    setProperty(chosen)
    setKind((before) =>
      chosen?.kinds.some(({ value }) => value === before)
        ? before
        : (chosen?.kinds[0]?.value ?? ''),
    )
  }
  const fields = fieldsOf(words, language)
  const known = [...fields.map(({ name }) => name), 'startsAt', 'endsAt']
  return (
    <form method="post" onSubmit={run} className="scim-block scim-call">
      <div role="alert">
        {errors
          .filter(({ path }) => !known.includes(path))
          .map(({ message }) => (
            <p key={message} className="scim-fault">
              {message}
            </p>
          ))}
      </div>
      <div className="scim-pair">
        <Choice
          name="property"
          label={words.property}
          value={String(property.id)}
          options={properties.map(({ id, title }) => ({ value: String(id), label: title }))}
          onChange={choose}
        />
        <Choice
          name="kind"
          label={words.kind}
          value={kind}
          options={property.kinds}
          onChange={setKind}
        />
      </div>
      <MomentPicker
        key={`${property.id} ${kind === 'sejour'}`}
        property={property.id}
        stay={kind === 'sejour'}
        words={moment}
        errors={errors}
      />
      <FormFields fields={fields} errors={errors} />
      <p>
        <label>
          <input type="checkbox" name="consent" required /> {words.consent}
        </label>
      </p>
      <p>
        <label>
          <input type="checkbox" name="confirm" aria-describedby="scim-appel-aide" />{' '}
          {words.confirm}
        </label>
        <br />
        <small id="scim-appel-aide">{words.confirmHint}</small>
      </p>
      <Button buttonStyle="primary" margin={false} disabled={busy} type="submit">
        {busy ? words.sending : words.save}
      </Button>
    </form>
  )
}

function fieldsOf(words: CallWords, language: Locale): FieldSpec[] {
  const languages = [
    { value: 'fr', label: words.french },
    { value: 'en', label: words.english },
  ]
  return [
    { type: 'text', name: 'client.name', label: words.name, required: true },
    {
      type: 'tel',
      name: 'client.phone',
      label: words.phone,
      hint: words.phoneHint,
      required: true,
    },
    { type: 'email', name: 'client.email', label: words.email },
    { type: 'textarea', name: 'note', label: words.note },
    {
      type: 'select',
      name: 'locale',
      label: words.language,
      // The first is the one that is chosen.
      options: language === 'en' ? languages.reverse() : languages,
    },
  ]
}

type ChoiceProps = {
  name: string
  label: string
  value: string
  options: Option[]
  onChange: (value: string) => void
}

const Choice = ({ name, label, value, options, onChange }: ChoiceProps) => (
  <div className="scim-field">
    <label htmlFor={`appel-${name}`}>{label}</label>
    <select id={`appel-${name}`} value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
)

function CallDone({ done, words, moment }: Pick<Props, 'words' | 'moment'> & { done: Done }) {
  const { reference, statusLabel, promise } = done.reservation
  const { zone, locale } = moment
  const due = unbroken(deadlineInWords(new Date(promise.respondBy), new Date(), zone, locale))
  return (
    <section className="scim-block" role="status">
      <p>{words.done}</p>
      <p className="scim-reference">{reference}</p>
      <dl className="scim-dl">
        <div>
          <dt>{words.status}</dt>
          <dd>{statusLabel}</dd>
        </div>
        <div>
          <dt>{words.promise}</dt>
          <dd>{due}</dd>
        </div>
      </dl>
      <p className="scim-more">
        <Link href={`/admin/collections/reservations/${done.id}`} prefetch={false}>
          {words.open}
        </Link>
      </p>
      {/* A whole new page: with it comes a new key for the next request. */}
      <Button buttonStyle="secondary" margin={false} onClick={() => window.location.reload()}>
        {words.again}
      </Button>
    </section>
  )
}
