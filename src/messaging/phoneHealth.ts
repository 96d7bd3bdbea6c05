import type { Payload } from 'payload'
import { poolOf } from '@/database'
import type { ChannelName } from '@/domain/channel'
import { channelsInUse } from './channel'

/** How a channel to phones does; instants are the database's. */
export type PhoneHealth = {
  channel: ChannelName
  waiting: number
  /** How long the oldest due text has been due, in seconds. */
  overdue: number
  /** Of the last 24 hours. */
  accepted: number
  givenUp: number
  undelivered: number
  lastAccepted: Date | null
  /** Since when the provider has taken nothing of what it was asked, or null. */
  troubledSince: Date | null
  /** What it said last, where it is troubled. */
  answer: string | null
}

/** Each channel that is set, over indexes alone: nothing here grows with the age of the house. */
export async function phoneHealth(payload: Payload): Promise<PhoneHealth[]> {
  const names = channelsInUse().map(({ name }) => name)
  if (names.length === 0) return []
  const { rows } = await poolOf(payload).query<PhoneHealth>(
    `with used as (
       select name, ord from unnest($1::enum_channel_deliveries_channel[]) with ordinality
         as one (name, ord)),
     last as (
       select name, (select d.accepted_at from channel_deliveries d where d.channel = name
         and d.accepted_at is not null order by d.id desc limit 1) as at from used),
     open as (
       select channel, count(*)::int as waiting,
         coalesce(extract(epoch from now() - min(next_attempt_at)
           filter (where state <> 'en_cours' and next_attempt_at <= now())), 0)::int as overdue
       from channel_deliveries where state in ('a_envoyer', 'echouee', 'en_cours')
       group by channel),
     recent as (
       select channel, count(*) filter (where state = 'acceptee')::int as accepted,
         count(*) filter (where state = 'abandonnee' and withdrawn_at is null)::int as given_up,
         count(*) filter (where failed_at is not null and delivered_at is null)::int as undelivered
       from channel_deliveries where created_at > now() - interval '24 hours' group by channel),
     trouble as (
       select d.channel, min(v.at) as since,
         (array_agg(d.answer order by v.id desc))[1] as answer
       from channel_deliveries d join channel_events v on v.delivery_id = d.id
         join last on last.name = d.channel
       where d.state in ('echouee', 'en_cours')
         and v.kind in ('differee', 'injoignable', 'inconnue')
         and v.at > coalesce(last.at, '-infinity')
       group by d.channel)
     select used.name as channel, coalesce(open.waiting, 0) as waiting,
       coalesce(open.overdue, 0) as overdue, coalesce(recent.accepted, 0) as accepted,
       coalesce(recent.given_up, 0) as "givenUp", coalesce(recent.undelivered, 0) as undelivered,
       last.at as "lastAccepted", trouble.since as "troubledSince", trouble.answer
     from used join last using (name) left join open on open.channel = used.name
       left join recent on recent.channel = used.name
       left join trouble on trouble.channel = used.name order by used.ord`,
    [names],
  )
  return rows
}
