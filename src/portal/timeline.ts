import { changeInWords, type ChangeFacts, type ChangeKind } from '@/domain/change'
import {
  REASON_LABELS,
  STATUS_LABELS,
  type Actor,
  type Kind,
  type Locale,
  type Reason,
  type Status,
  type Words,
} from '@/domain/status'
import type { TimelineEntry } from '@/domain/view'
import { env } from '@/env'

export type Step = { at: string; status: Status; actor: Actor; reason: Reason | null }
export type Change = { at: string; kind: ChangeKind; after: ChangeFacts; actor: Actor }

const BORN: Words = { fr: 'Demande enregistrée', en: 'Request recorded' }

const stepLabel = ({ status, reason }: Step, locale: Locale) => {
  if (status === 'en_attente') return BORN[locale]
  return reason ? REASON_LABELS[reason][locale] : STATUS_LABELS[status][locale]
}

const iso = (instant: string) => new Date(instant).toISOString()

/** What happened, oldest first. A change leaves the status what it was. */
export function timelineOf(
  row: { kind: Kind; history: Step[]; changes: Change[] },
  locale: Locale,
): TimelineEntry[] {
  const steps = row.history.map((step) => ({
    at: iso(step.at),
    status: step.status,
    label: stepLabel(step, locale),
    actor: step.actor,
    reason: step.reason,
  }))
  const statusAt = (at: string): Status =>
    steps.filter((step) => step.at <= at).at(-1)?.status ?? 'en_attente'
  const changes = row.changes.map(({ at, kind, after, actor }) => ({
    at: iso(at),
    status: statusAt(iso(at)),
    label: changeInWords({ kind, after, reservationKind: row.kind, zone: env.timeZone, locale }),
    actor,
    reason: null,
  }))
  return [...steps, ...changes].sort((one, other) => one.at.localeCompare(other.at))
}
