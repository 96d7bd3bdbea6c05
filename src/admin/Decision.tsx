import type { BeforeDocumentControlsServerProps } from 'payload'
import { isAdmin, isOwner } from '@/access'
import { DecisionButtons } from './DecisionButtons.client'
import { adminLocale, adminWords } from './words'

/** Offers what may be decided about this reservation now, to those who may decide. */
export async function Decision({ id, payload, user, i18n }: BeforeDocumentControlsServerProps) {
  const asker = { req: { user: user ?? null } }
  if (id === undefined || !user || !(isAdmin(asker) || isOwner(asker))) return null
  const reservation = await payload.findByID({
    collection: 'reservations',
    id,
    depth: 0,
    overrideAccess: false,
    user,
    disableErrors: true,
    select: { status: true },
    joins: false,
  })
  if (!reservation || reservation.status === 'annulee') return null
  const { confirm, refuse, cancel, ...rest } = adminWords(adminLocale(i18n))
  const words = {
    confirm,
    refuse,
    cancel,
    confirmTitle: rest.confirmTitle,
    refuseTitle: rest.refuseTitle,
    cancelTitle: rest.cancelTitle,
    confirmText: rest.confirmText,
    refuseText: rest.refuseText,
    note: rest.note,
    back: rest.back,
    sending: rest.sending,
    done: rest.done,
    failed: rest.failed,
  }
  return <DecisionButtons id={Number(id)} status={reservation.status} words={words} />
}
