import { PROMISE_LABELS, promiseVerdict } from '@/domain/promise'
import { KIND_LABELS, SOURCE_LABELS, STATUS_LABELS, type Locale } from '@/domain/status'
import { localDay, localTime } from '@/domain/zone'
import { env } from '@/env'
import type { Reservation } from '@/payload-types'

/** One reservation as a row; instants in the clock of the place. */
export type ExportRow = ReturnType<typeof exportRow>

const zone = () => env.timeZone
const moment = (instant: string | null | undefined) =>
  instant ? `${localDay(new Date(instant), zone())} ${localTime(new Date(instant), zone())}` : null

/** @param endedAt when it ended without an answer */
export function exportRow(
  reservation: Reservation,
  endedAt: Date | undefined,
  now: Date,
  locale: Locale,
) {
  const { kind, startsAt, endsAt, status, respondBy, respondedAt, createdAt } = reservation
  const when = (instant: string) =>
    kind === 'sejour' ? localDay(new Date(instant), zone()) : moment(instant)
  const state = promiseVerdict({
    requestedAt: new Date(createdAt),
    respondBy: new Date(respondBy),
    respondedAt: respondedAt ? new Date(respondedAt) : null,
    endedAt,
    now,
  })
  return {
    reference: reservation.reference,
    status: STATUS_LABELS[status][locale],
    kind: KIND_LABELS[kind][locale],
    property: reservation.propertyTitle ?? null,
    client: reservation.clientName ?? null,
    phone: reservation.clientPhone ?? null,
    email: reservation.clientEmail ?? null,
    startsAt: when(startsAt),
    endsAt: when(endsAt),
    requestedAt: moment(createdAt),
    respondBy: moment(respondBy),
    respondedAt: moment(respondedAt),
    promise: state ? PROMISE_LABELS[state][locale] : null,
    source: SOURCE_LABELS[reservation.source][locale],
    note: reservation.note ?? null,
  }
}

/** The columns of a row, in its order. */
export function exportColumns(locale: Locale): string[] {
  return locale === 'fr'
    ? [
        'Référence',
        'Statut',
        'Demande',
        'Bien',
        'Client',
        'Téléphone',
        'E-mail',
        'Début',
        'Fin',
        'Demandée le',
        'Réponse promise avant',
        'Répondu le',
        'Promesse',
        'Venue par',
        'Message du client',
      ]
    : [
        'Reference',
        'Status',
        'Request',
        'Property',
        'Client',
        'Phone',
        'E-mail',
        'Start',
        'End',
        'Requested on',
        'Answer promised by',
        'Answered on',
        'Promise',
        'Came by',
        'Client’s words',
      ]
}
