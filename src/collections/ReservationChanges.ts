import type { CollectionConfig } from 'payload'
import { access } from '@/access'
import { CHANGE_KINDS, CHANGE_LABELS } from '@/domain/change'
import { ACTOR_LABELS, ACTORS } from '@/domain/status'
import { limitQuery } from '@/hooks/limitQuery'

/** What staff altered besides the status, before and after. Append-only, like the history. */
export const ReservationChanges: CollectionConfig = {
  slug: 'reservation-changes',
  labels: {
    singular: { fr: 'Changement', en: 'Change' },
    plural: { fr: 'Changements', en: 'Changes' },
  },
  access: access.reservationChanges,
  admin: {
    group: { fr: 'Réservations', en: 'Reservations' },
    useAsTitle: 'kind',
    defaultColumns: ['at', 'reservation', 'kind', 'actor', 'actorName'],
    hidden: ({ user }) => user?.role !== 'admin',
  },
  defaultSort: '-at',
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  timestamps: false,
  fields: [
    {
      name: 'reservation',
      type: 'relationship',
      relationTo: 'reservations',
      required: true,
      index: true,
      label: { fr: 'Réservation', en: 'Reservation' },
    },
    { name: 'number', type: 'number', required: true, label: { fr: 'Numéro', en: 'Number' } },
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: { fr: 'Changement', en: 'Change' },
      options: CHANGE_KINDS.map((value) => ({ value, label: CHANGE_LABELS[value] })),
    },
    { name: 'before', type: 'json', label: { fr: 'Avant', en: 'Before' } },
    { name: 'after', type: 'json', required: true, label: { fr: 'Après', en: 'After' } },
    {
      name: 'actor',
      type: 'select',
      required: true,
      label: { fr: 'Par', en: 'By' },
      options: ACTORS.map((value) => ({ value, label: ACTOR_LABELS[value] })),
    },
    { name: 'actorName', type: 'text', label: { fr: 'Nom', en: 'Name' } },
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: { fr: 'Quand', en: 'When' },
      admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'dd/MM/yyyy HH:mm' } },
    },
  ],
  hooks: { beforeOperation: [limitQuery(['reservation', 'kind', 'number', 'at'])] },
}
