import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { isAdmin } from '@/access'
import { stallNow } from '@/pulse'
import { phoneTrouble } from './phoneLines'
import { phoneWords } from './phoneWords'
import { adminLocale, adminWords } from './words'

type Props = Pick<AdminViewServerProps, 'payload' | 'user' | 'i18n'>

/** Admins learn that something stands still before clients notice that no time is promised. */
export async function StallNotice({ payload, user, i18n }: Props) {
  if (!user || !isAdmin({ req: { user } })) return null
  const locale = adminLocale(i18n)
  const stall = await stallNow(payload)
  const trouble = await phoneTrouble(payload, locale)
  const words = adminWords(locale)
  return (
    <>
      {stall && (
        <section className="scim-block scim-alarm" role="alert">
          <h2>{words.stalls[stall]}</h2>
          <p>{words.stallHint}</p>
          <p>
            <Link href="/admin/sante" prefetch={false}>
              {words.stallMore}
            </Link>
          </p>
        </section>
      )}
      {trouble && (
        // No alarm: the mail and the page say it all, and the promise is kept without it.
        <section className="scim-block" role="status">
          <h2>{phoneWords(locale).troubled}</h2>
          <p>{trouble}</p>
        </section>
      )}
    </>
  )
}
