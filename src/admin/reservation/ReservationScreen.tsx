import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { agencyOf } from '@/admin/agency'
import { adminLocale } from '@/admin/words'
import { Conversation } from '@/admin/Conversation'
import { ReservationClash } from '@/admin/outside/Clashes'
import { Actions } from './Actions'
import { Facts } from './Facts'
import { Around } from './Around'
import { InternalNotes } from './InternalNotes'
import { Reply } from './Reply'
import { screenFacts } from './screenFacts'
import { Timeline } from './Timeline'
import { reservationWords } from './words'

/**
 * A reservation as the person who decides needs it, in place of a form: nothing here is typed into
 * fields of the record, every act is a step of its own.
 */
export async function ReservationScreen({ doc, initPageResult, i18n }: DocumentViewServerProps) {
  const { req } = initPageResult
  const found = await screenFacts(req, Number(doc.id))
  if (!found || !req.user) return null
  const locale = adminLocale(i18n)
  const agency = (await agencyOf(req.payload)).name[locale]
  const part = { ...found, locale, now: new Date(), agency }
  const { erased } = found.rest
  const words = reservationWords(locale)
  const label = { fr: 'Réservations', en: 'Reservations' }[locale]
  return (
    <Gutter className="scim-screen">
      <SetStepNav
        nav={[
          { label, url: '/admin/collections/reservations' },
          { label: found.reservation.reference },
        ]}
      />
      <div className="scim-screen-main">
        <Facts {...part} />
        <ReservationClash id={found.reservation.id} req={req} locale={locale} />
        {erased ? <p>{words.erased}</p> : <Actions {...part} user={req.user} />}
        <Around {...part} />
        <Conversation id={found.reservation.id} req={req} />
        {!erased && <Reply {...part} />}
      </div>
      <div className="scim-screen-side">
        <Timeline {...part} />
        {!erased && <InternalNotes {...part} />}
      </div>
    </Gutter>
  )
}
