import { ReplyForm } from './ReplyForm.client'
import type { Part } from './part'
import { reservationWords } from './words'

export function Reply({ reservation, locale }: Part) {
  const { reply, replyHint, send, sending, done, failed } = reservationWords(locale)
  return (
    <section className="scim-block">
      <ReplyForm
        url={`/api/reservations/${reservation.id}/messages`}
        words={{ reply, replyHint, send, sending, done, failed }}
      />
    </section>
  )
}
