import type { CollectionConfig } from 'payload'
import { access } from '@/access'
import { CHANGE_KINDS, CHANGE_LABELS } from '@/domain/change'
import { limitQuery } from '@/hooks/limitQuery'
import { DAY_AND_TIME } from './dates'
import { actorFields, reservationField } from './rowFields'

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
    hideAPIURL: true,
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
    reservationField(),
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
    ...actorFields(),
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: { fr: 'Quand', en: 'When' },
      admin: { date: DAY_AND_TIME },
    },
  ],
  hooks: { beforeOperation: [limitQuery([])] },
}
