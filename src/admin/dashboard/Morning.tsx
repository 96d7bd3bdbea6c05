import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { isAdmin, isEditor } from '@/access'
import { agencyOf } from '@/admin/agency'
import { adminLocale } from '@/admin/words'
import { Agenda } from './Agenda'
import { dashboardFacts } from './dashboardFacts'
import { Shares } from './Shares'
import { StuckMessages } from './StuckMessages'
import { ToAnswer } from './ToAnswer'
import { UnreachedClients } from './UnreachedClients'
import { dashboardWords } from './words'

type Props = Pick<AdminViewServerProps, 'payload' | 'user' | 'i18n'>

/** The first screen of the morning: what to answer, what happens, whom nobody reached. */
export async function Morning({ payload, user, i18n }: Props) {
  if (!user || isEditor({ req: { user } })) return null
  const now = new Date()
  const locale = adminLocale(i18n)
  const all = isAdmin({ req: { user } })
  const facts = await dashboardFacts(payload, all ? null : Number(user.id), now)
  const words = dashboardWords(locale)
  const agency = (await agencyOf(payload)).name[locale]
  const part = { ...facts, words, locale, now, agency }
  return (
    <>
      <p className="scim-presets">
        <Link href="/admin/appel" prefetch={false}>
          {words.takeCall}
        </Link>
        <Link href="/admin/calendrier" prefetch={false}>
          {words.calendar}
        </Link>
      </p>
      <div className="scim-tiles">
        <ToAnswer {...part} />
        <Agenda {...part} />
        <UnreachedClients {...part} />
        <StuckMessages {...part} />
        <Shares {...part} />
      </div>
    </>
  )
}
