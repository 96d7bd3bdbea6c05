'use client'

import { FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'

/** The browser's own way to choose a time: by keyboard, by wheel on a phone, never mistyped. */
export function TimeField({ field, path, readOnly }: TextFieldClientProps) {
  const { value, setValue, showError, disabled } = useField<string>({ path })
  const id = `field-${path.replaceAll('.', '__')}`
  return (
    <div className={`field-type text scim-time${showError ? ' error' : ''}`}>
      <FieldLabel htmlFor={id} label={field.label} required={field.required} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          id={id}
          type="time"
          value={value ?? ''}
          disabled={Boolean(readOnly) || disabled}
          onChange={(event) => setValue(event.target.value)}
        />
      </div>
    </div>
  )
}
