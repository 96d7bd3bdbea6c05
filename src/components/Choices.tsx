import type { ReactNode } from 'react'

export type Choice = { value: string; label: string; hint?: string }

type Props = {
  name: string
  legend: ReactNode
  choices: Choice[]
  chosen?: string
  error?: string
  compact?: boolean
  /** Of several groups of one name, the first carries the id that an error links to. */
  first?: boolean
}

/** One question with radio buttons. */
export function Choices({ name, legend, choices, chosen, error, compact, first = true }: Props) {
  return (
    <fieldset className={compact ? 'choices compact' : 'choices'}>
      <legend>{legend}</legend>
      {error && (
        <p className="error" id={`${name}-erreur`}>
          {error}
        </p>
      )}
      {choices.map(({ value, label, hint }, index) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={name}
            value={value}
            id={first && index === 0 ? name : undefined}
            defaultChecked={value === chosen}
            required
          />
          <span>
            {label}
            {hint && <small>{hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
