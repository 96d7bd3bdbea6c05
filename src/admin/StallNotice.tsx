import type { AdminViewServerProps } from 'payload'
import { isAdmin } from '@/access'
import { stallNow } from '@/pulse'
import { adminLocale, adminWords } from './words'

type Props = Pick<AdminViewServerProps, 'payload' | 'user' | 'i18n'>

/** Admins learn that something stands still before clients notice that no time is promised. */
export async function StallNotice({ payload, user, i18n }: Props) {
  if (!user || !isAdmin({ req: { user } })) return null
  const stall = await stallNow(payload)
  if (!stall) return null
  const words = adminWords(adminLocale(i18n))
  return (
    <section className="scim-block scim-alarm" role="alert">
      <h2>{words.stalls[stall]}</h2>
      <p>{words.stallHint}</p>
    </section>
  )
}
