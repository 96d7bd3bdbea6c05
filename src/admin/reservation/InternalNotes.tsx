import { ActionDialog } from '@/admin/ActionDialog.client'
import { momentInWords } from '@/domain/wording'
import { env } from '@/env'
import type { Part } from './part'
import { reservationWords } from './words'

/** What colleagues tell each other about a reservation. */
export function InternalNotes({ reservation, rest, locale }: Part) {
  const words = reservationWords(locale)
  const notes = rest.events.filter(({ change }) => change === 'note')
  return (
    <section className="scim-block">
      <h3>{words.internal}</h3>
      <p>
        <small>{words.internalHint}</small>
      </p>
      {notes.length === 0 && <p>{words.noNote}</p>}
      <ul className="scim-list">
        {notes.map(({ at, actorName, after }) => (
          <li key={at}>
            <span className="scim-kept">{after?.text}</span>
            <br />
            <small>
              {actorName} · {momentInWords(new Date(at), env.timeZone, locale)}
            </small>
          </li>
        ))}
      </ul>
      <ActionDialog
        label={words.addNote}
        title={words.addNote}
        text={words.internalHint}
        submit={words.record}
        url={`/api/reservations/${reservation.id}/note`}
        fields={[{ type: 'textarea', name: 'text', label: words.internal, required: true }]}
        words={{ back: words.back, sending: words.sending, done: words.done, failed: words.failed }}
      />
    </section>
  )
}
