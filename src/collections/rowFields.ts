import type { Field } from 'payload'
import { ACTOR_LABELS, ACTORS } from '@/domain/status'

/** What every row of a history or of a ledger says: about which reservation, and by whom. */

export const reservationField = (): Field => ({
  name: 'reservation',
  type: 'relationship',
  relationTo: 'reservations',
  required: true,
  index: true,
  label: { fr: 'Réservation', en: 'Reservation' },
})

export const actorFields = (): Field[] => [
  {
    name: 'actor',
    type: 'select',
    required: true,
    label: { fr: 'Par', en: 'By' },
    options: ACTORS.map((value) => ({ value, label: ACTOR_LABELS[value] })),
  },
  {
    name: 'actorName',
    type: 'text',
    label: { fr: 'Nom', en: 'Name' },
    admin: { components: { Cell: '/admin/PlainCell#PlainCell' } },
  },
]
