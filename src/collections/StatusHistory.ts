import type { CollectionConfig } from 'payload'
import { access } from '@/access'
import { REASON_LABELS, REASONS, STATUS_LABELS, STATUSES } from '@/domain/status'
import { limitQuery } from '@/hooks/limitQuery'
import { DAY_AND_TIME } from './dates'
import { actorFields, reservationField } from './rowFields'

/** What happened to a reservation, row by row. Append-only: a trigger refuses everything else. */
export const StatusHistory: CollectionConfig = {
  slug: 'status-history',
  labels: {
    singular: { fr: 'Étape', en: 'Step' },
    plural: { fr: 'Historique des statuts', en: 'Status history' },
  },
  access: access.statusHistory,
  admin: {
    group: { fr: 'Réservations', en: 'Reservations' },
    hideAPIURL: true,
    useAsTitle: 'to',
    defaultColumns: ['at', 'reservation', 'from', 'to', 'actor', 'actorName', 'reason'],
    hidden: ({ user }) => user?.role !== 'admin',
  },
  defaultSort: '-at',
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  timestamps: false,
  fields: [
    reservationField(),
    {
      name: 'from',
      type: 'select',
      label: { fr: 'De', en: 'From' },
      options: STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
    },
    {
      name: 'to',
      type: 'select',
      required: true,
      label: { fr: 'Vers', en: 'To' },
      options: STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
    },
    ...actorFields(),
    {
      name: 'reason',
      type: 'select',
      label: { fr: 'Raison', en: 'Reason' },
      options: REASONS.map((value) => ({ value, label: REASON_LABELS[value] })),
    },
    { name: 'note', type: 'textarea', label: { fr: 'Note', en: 'Note' } },
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: { fr: 'Quand', en: 'When' },
      admin: { date: DAY_AND_TIME },
    },
    // Written by a trigger: each row seals the one before it. What they cover: domain/chain.ts.
    { name: 'previousHash', type: 'text', admin: { hidden: true } },
    { name: 'hash', type: 'text', admin: { hidden: true } },
  ],
  hooks: { beforeOperation: [limitQuery([])] },
}
