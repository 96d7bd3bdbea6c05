'use client'

import { useEffect, useId, useState } from 'react'
import type { SlotView } from '@/domain/view'
import type { Refused } from './send.client'

export type MomentWords = {
  day: string
  slot: string
  chooseSlot: string
  noSlot: string
  arrival: string
  departure: string
  /** IANA zone of the place, whose clock the slots are shown in. */
  zone: string
  today: string
  failed: string
}

type Props = { property: number; stay: boolean; words: MomentWords; errors: Refused }

/** A free slot of a property, or the days of a stay, in native fields named as the API names them. */
export function MomentPicker(props: Props) {
  return props.stay ? <Days {...props} /> : <Slots {...props} />
}

function Days({ words, errors }: Props) {
  return (
    <div className="scim-pair">
      <Day name="startsAt" label={words.arrival} min={words.today} errors={errors} />
      <Day name="endsAt" label={words.departure} min={words.today} errors={errors} />
    </div>
  )
}

function Day(props: { name: string; label: string; min: string; errors: Refused }) {
  const id = useId()
  const { name, label, min, errors } = props
  return (
    <div className="scim-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="date" min={min} required aria-describedby={`${id}-f`} />
      <Fault id={`${id}-f`} path={name} errors={errors} />
    </div>
  )
}

const Fault = ({ id, path, errors }: { id: string; path: string; errors: Refused }) => (
  <p id={id} className="scim-fault">
    {errors.find((error) => error.path === path)?.message}
  </p>
)

function Slots({ property, words, errors }: Props) {
  const id = useId()
  const [day, setDay] = useState('')
  const slots = useFreeSlots(property, day, errors)
  const time = new Intl.DateTimeFormat(undefined, {
    timeZone: words.zone,
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <div className="scim-pair">
      <div className="scim-field">
        <label htmlFor={`${id}-jour`}>{words.day}</label>
        <input
          id={`${id}-jour`}
          type="date"
          min={words.today}
          required
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      <div className="scim-field">
        <label htmlFor={`${id}-creneau`}>{words.slot}</label>
        <select id={`${id}-creneau`} name="startsAt" required aria-describedby={`${id}-etat`}>
          <option value="">{words.chooseSlot}</option>
          {slots === 'failed'
            ? null
            : slots?.map(({ startsAt }) => (
                <option key={startsAt} value={startsAt}>
                  {time.format(new Date(startsAt))}
                </option>
              ))}
        </select>
        <p id={`${id}-etat`} className="scim-fault" role="status">
          {slots === 'failed' ? words.failed : slots?.length === 0 ? words.noSlot : ''}
          {errors.find((error) => error.path === 'startsAt')?.message}
        </p>
      </div>
    </div>
  )
}

/** Asked again after a refusal: what was free may be taken by now. */
function useFreeSlots(property: number, day: string, errors: Refused) {
  const [found, setFound] = useState<{ key: string; slots: SlotView[] | 'failed' } | null>(null)
  const key = `${property} ${day}`
  useEffect(() => {
    if (!day) return
    let current = true
    const keep = (slots: SlotView[] | 'failed') => current && setFound({ key, slots })
    fetch(`/api/properties/${property}/slots?from=${day}&to=${day}`)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then(({ slots }: { slots: SlotView[] }) => keep(slots.filter(({ free }) => free)))
      .catch(() => keep('failed')) // Shown in words where the slots would stand.
    return () => {
      current = false
    }
  }, [property, day, key, errors])
  return found?.key === key ? found.slots : null
}
