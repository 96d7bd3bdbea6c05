import type { FieldError } from '@/domain/view'
import { idOf, messageFor } from './ErrorSummary'

type Props = {
  path: string
  name: string
  label: string
  value: string
  errors: FieldError[]
  hint?: string
  type?: 'text' | 'tel' | 'email' | 'date'
  autoComplete?: string
  rows?: number
  min?: string
  max?: string
  spellCheck?: boolean
}

/** A labelled field; its hint and its error are read out with it. */
export function Field({
  path,
  name,
  label,
  value,
  errors,
  hint,
  type = 'text',
  rows,
  ...rest
}: Props) {
  const id = idOf(path)
  const error = messageFor(errors, path)
  const described = [hint ? `${id}-aide` : '', error ? `${id}-erreur` : '']
    .filter(Boolean)
    .join(' ')
  const common = {
    id,
    name,
    defaultValue: value,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
    ...rest,
  }
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-erreur`}>
          {error}
        </p>
      )}
      {rows ? <textarea rows={rows} {...common} /> : <input type={type} {...common} />}
    </div>
  )
}
