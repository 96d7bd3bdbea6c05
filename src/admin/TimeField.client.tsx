'use client'

import { FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'

const QUARTERS = Array.from({ length: 96 }, (_, index) => {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(index / 4))}:${two((index % 4) * 15)}`
})

/**
 * A time chosen from the quarters of a day. Not a browser's time field: that one says AM and PM to
 * whoever has an English telephone. A time between two quarters stays in the list.
 */
export function TimeField({ field, path, readOnly }: TextFieldClientProps) {
  const { value, setValue, showError, disabled } = useField<string>({ path })
  const id = `field-${path.replaceAll('.', '__')}`
  const times = [...new Set([...QUARTERS, '23:59', ...(value ? [value] : [])])].sort()
  return (
    <div className={`field-type text scim-time${showError ? ' error' : ''}`}>
      <FieldLabel htmlFor={id} label={field.label} required={field.required} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <select
          id={id}
          value={value ?? ''}
          disabled={Boolean(readOnly) || disabled}
          onChange={(event) => setValue(event.target.value)}
        >
          <option value="">…</option>
          {times.map((time) => (
            <option key={time} value={time}>
              {time}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
