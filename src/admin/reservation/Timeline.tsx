import { adminWords } from '@/admin/words'
import { changeInWords } from '@/domain/change'
import { ACTOR_LABELS, REASON_LABELS, STATUS_LABELS, type Locale } from '@/domain/status'
import { momentInWords, unbroken } from '@/domain/wording'
import { env } from '@/env'
import type { Part } from './part'
import type { Event } from './screenFacts'

/** What happened to this reservation, oldest first, with who did it. */
export function Timeline({ reservation, rest, locale }: Part) {
  const label = (event: Event) =>
    event.change
      ? changeInWords({
          kind: event.change,
          after: event.after ?? {},
          reservationKind: reservation.kind,
          zone: env.timeZone,
          locale,
        })
      : statusLabel(event, locale)
  return (
    <section className="scim-block">
      <h3>{adminWords(locale).timeline}</h3>
      <ol className="scim-timeline">
        {rest.events
          .filter(({ change }) => change !== 'note')
          .map((event) => (
            <li key={`${event.at} ${event.change ?? event.status}`}>
              <strong>{unbroken(label(event))}</strong>
              <br />
              <small>
                {momentInWords(new Date(event.at), env.timeZone, locale)} ·{' '}
                {event.actorName ?? ACTOR_LABELS[event.actor][locale]}
              </small>
              {(event.note ?? event.after?.text) && (
                <blockquote>{event.note ?? event.after?.text}</blockquote>
              )}
            </li>
          ))}
      </ol>
    </section>
  )
}

function statusLabel({ status, reason }: Event, locale: Locale): string {
  if (reason) return REASON_LABELS[reason][locale]
  return status ? STATUS_LABELS[status][locale] : ''
}
