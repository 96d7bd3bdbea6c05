'use client'

import { clockTime } from '@/domain/wording'
import type { Locale, Status } from '@/domain/status'
import { ActionDialog, type ActionProps } from '@/admin/ActionDialog.client'

type Props = Omit<ActionProps, 'url' | 'method' | 'fixed' | 'outcome'> & {
  id: number
  status: Status
  /** What this screen shows; a colleague may have decided or moved it since. */
  seen: { status: Status; startsAt: string }
  /** Whoever is looking; another's name in the history means that another was first. */
  me: string
  /** 'Déjà confirmée par NOM à HEURE.' */
  already: string
  locale: Locale
  zone: string
}

type Step = { actorName?: string | null; at: string; to: Status }

/**
 * A decision. Of two who decide alike at once the API tells both 200, for the reservation is as both
 * wished; the history says who it was.
 */
export function Decide({ id, status, seen, me, already, locale, zone, ...rest }: Props) {
  const outcome = async () => {
    const answer = await fetch(
      `/api/status-history?where[reservation][equals]=${id}&sort=-at&limit=1&depth=0`,
      { credentials: 'include' },
    )
    if (!answer.ok) return null
    // as: Payload's page of the collection that was asked for.
    const { docs } = (await answer.json()) as { docs: Step[] }
    const [last] = docs
    if (!last || last.to !== status || last.actorName === me) return null
    return already
      .replace('NOM', last.actorName ?? '')
      .replace('HEURE', clockTime(new Date(last.at), zone, locale))
  }
  return (
    <ActionDialog
      {...rest}
      method="PATCH"
      url={`/api/reservations/${id}?${new URLSearchParams({ seen: seen.status, seenStart: seen.startsAt }).toString()}`}
      fixed={{ status }}
      outcome={outcome}
    />
  )
}
