import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { ChannelEntry, DeliveryFacts } from '@/domain/channelLedger'

export type PhoneDelivery = DeliveryFacts & {
  id: number
  message: number
  /** E.164, empty once erased. */
  recipient: string
  content: string
  nextAttemptAt: string | null
  events: (ChannelEntry & { at: string })[]
}

/** What went to phones about these messages, oldest first. Whoever may read them may read this. */
export function phoneDeliveries(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  messages: readonly number[],
): Promise<PhoneDelivery[]> {
  const ids = sql.join(
    [0, ...messages].map((id) => sql`${id}`),
    sql`, `,
  )
  return rowsOf<PhoneDelivery>(
    req,
    sql`select d.id, d.message_id as message, d.channel, d.recipient, d.content, d.state,
          d.unknown_outcome as "unknownOutcome", d.next_attempt_at as "nextAttemptAt",
          d.accepted_at as "acceptedAt", d.sent_at as "sentAt", d.delivered_at as "deliveredAt",
          d.read_at as "readAt", d.failed_at as "failedAt", d.withdrawn_at as "withdrawnAt",
          coalesce((select json_agg(json_build_object('kind', v.kind, 'attempt', v.attempt,
             'by', v.said_by, 'detail', v.detail, 'at', v.at) order by v.id)
             from channel_events v where v.delivery_id = d.id), '[]') as events
        from channel_deliveries d where d.message_id in (${ids}) order by d.id`,
  )
}
