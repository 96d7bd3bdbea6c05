import { recordChange } from './recordChange'
import { reservationPost } from './reservationPost'
import { wordsOf } from './words'

/** A word among colleagues, with its author and time. The client never reads it. */
export const addNote = reservationPost('note', async ({ req, reservation, body, locale }) => {
  const text = wordsOf(body.text, locale)
  await recordChange(req, reservation, { kind: 'note', before: null, after: { text } }, {})
})
