import { isCarried, type PhoneNotice } from '@/domain/channel'
import { couldBeMobile } from '@/domain/phone'
import { channelsInUse, type Channel } from './channel'

/** A text to a phone as the columns of `channel_deliveries`; its message is found as it is written. */
export type DeliveryRow = {
  reservation_id: number
  template: string
  channel: Channel['name']
  recipient: string
  content: string
  /** What follows, in order, where this one is refused. */
  otherwise: { channel: Channel['name']; content: string }[] | null
  next_attempt_at: string
  created_at: string
}

/**
 * The text that goes to the client's phone with a message: by the first channel that is set and has
 * words for it. None goes to a number that is no mobile's, nor for a request that may be nobody's:
 * whoever fills in forms with other people's numbers would have us write to them.
 */
export function channelRows(
  notice: PhoneNotice,
  to: { reservation: number; phone: string; email: string | null; doubtful: boolean; now: Date },
): DeliveryRow[] {
  const channels = channelsInUse()
  if (channels.length === 0 || to.doubtful) return []
  if (!isCarried(notice.template, to.email !== null) || !couldBeMobile(to.phone)) return []
  const [first, ...others] = channels.flatMap((channel) => {
    const content = channel.compose(notice)
    return content === null ? [] : [{ channel: channel.name, content }]
  })
  if (!first) return []
  const at = to.now.toISOString()
  return [
    {
      reservation_id: to.reservation,
      template: notice.template,
      ...first,
      recipient: to.phone,
      otherwise: others.length > 0 ? others : null,
      next_attempt_at: at,
      created_at: at,
    },
  ]
}
