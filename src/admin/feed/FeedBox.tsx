import type { UIFieldServerProps } from 'payload'
import { isAdmin, isOwner } from '@/access'
import { feedAddress, feedOf, type FeedKey } from '@/calendarFeeds'
import { adminLocale } from '@/admin/words'
import { FeedControls } from './FeedControls.client'
import { feedWords } from './words'

/** The private address of a calendar, for those who may open and close it. */
async function FeedBox({ payload, i18n, feed }: UIFieldServerProps & { feed: FeedKey }) {
  const found = await feedOf({ payload, transactionID: undefined }, feed)
  const words = feedWords(adminLocale(i18n))
  const path =
    feed.scope === 'agence'
      ? '/api/globals/settings/calendar-feed'
      : `/api/${feed.scope === 'bien' ? 'properties' : 'users'}/${feed.target}/calendar-feed`
  return (
    <FeedControls
      path={path}
      what={words.what[feed.scope]}
      words={words}
      address={found?.open ? feedAddress(found) : null}
      names={found?.names ?? false}
    />
  )
}

/** The panel lets owners open their own properties alone, and nobody else's account. */
export function PropertyFeed(props: UIFieldServerProps) {
  if (!props.id || !(isAdmin(props) || isOwner(props))) return null
  return <FeedBox {...props} feed={{ scope: 'bien', target: Number(props.id) }} />
}

export function UserFeed(props: UIFieldServerProps) {
  if (!props.id || !(isAdmin(props) || isOwner(props)) || props.data?.role === 'editeur')
    return null
  return <FeedBox {...props} feed={{ scope: 'proprietaire', target: Number(props.id) }} />
}

export function AgencyFeed(props: UIFieldServerProps) {
  return isAdmin(props) ? <FeedBox {...props} feed={{ scope: 'agence', target: 0 }} /> : null
}
