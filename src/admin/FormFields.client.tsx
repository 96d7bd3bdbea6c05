'use client'

import { useId } from 'react'
import type { Refused } from './send.client'
import { MomentPicker, type MomentWords } from './MomentPicker.client'

type Base = { name: string; label: string; hint?: string; required?: boolean; value?: string }
export type FieldSpec =
  | (Base & { type: 'text' | 'tel' | 'email' | 'number' | 'password'; max?: number; min?: number })
  | (Base & { type: 'textarea' })
  | (Base & { type: 'select'; options: { value: string; label: string }[] })
  | { type: 'moment'; name: string; property: number; stay: boolean; words: MomentWords }

/** Labelled native fields, each with its refusal beneath it. */
export function FormFields({ fields, errors }: { fields: FieldSpec[]; errors: Refused }) {
  return fields.map((field) => <Field key={field.name} field={field} errors={errors} />)
}

function Field({ field, errors }: { field: FieldSpec; errors: Refused }) {
  const id = useId()
  if (field.type === 'moment')
    return (
      <MomentPicker
        property={field.property}
        stay={field.stay}
        words={field.words}
        errors={errors}
      />
    )
  const { name, label, hint, required, value } = field
  const fault = errors.find(({ path }) => path === name)
  const common = {
    id,
    name,
    required,
    defaultValue: value,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': fault ? `${id}-faute` : hint ? `${id}-aide` : undefined,
  }
  return (
    <div className="scim-field">
      <label htmlFor={id}>{label}</label>
      {hint && <small id={`${id}-aide`}>{hint}</small>}
      {field.type === 'textarea' ? (
        <textarea {...common} rows={3} />
      ) : field.type === 'select' ? (
        <select {...common}>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type={field.type}
          min={field.min}
          max={field.max}
          autoComplete={field.type === 'password' ? 'current-password' : undefined}
        />
      )}
      {fault && (
        <p id={`${id}-faute`} className="scim-fault">
          {fault.message}
        </p>
      )}
    </div>
  )
}

/** What a form holds: numbers as numbers, empty fields as nothing. */
export function valuesOf(form: HTMLFormElement, fields: FieldSpec[]): Record<string, unknown> {
  const data = new FormData(form)
  const numbers = new Set(fields.filter(({ type }) => type === 'number').map(({ name }) => name))
  return Object.fromEntries(
    [...data].map(([name, value]) => [
      name,
      numbers.has(name) ? Number(value) : value === '' ? null : value,
    ]),
  )
}
