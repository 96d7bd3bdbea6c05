import type { CollectionConfig } from 'payload'
import { access } from '@/access'
import { KIND_LABELS, KINDS, STATUS_LABELS } from '@/domain/status'
import { limitQuery } from '@/hooks/limitQuery'
import { DAY_AND_TIME } from './dates'

/**
 * What took place before this house kept the books, as an imported file tells it. Such a reservation
 * was promised nothing here, told nobody and holds no place: so it is no row of `reservations`.
 */
export const PastReservations: CollectionConfig = {
  slug: 'past-reservations',
  labels: {
    singular: { fr: 'Réservation reprise', en: 'Imported past reservation' },
    plural: { fr: 'Réservations reprises', en: 'Imported past reservations' },
  },
  access: access.pastReservations,
  admin: {
    group: { fr: 'Réservations', en: 'Reservations' },
    hideAPIURL: true,
    useAsTitle: 'reference',
    defaultColumns: ['reference', 'status', 'startsAt', 'endsAt', 'kind', 'property', 'origin'],
    listSearchableFields: ['reference'],
    hidden: ({ user }) => user?.role === 'editeur',
  },
  defaultSort: '-startsAt',
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  fields: [
    {
      name: 'reference',
      type: 'text',
      required: true,
      unique: true,
      label: { fr: 'Référence d’origine', en: 'Original reference' },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      label: { fr: 'Statut', en: 'Status' },
      options: (['confirmee', 'annulee'] as const).map((value) => ({
        value,
        label: STATUS_LABELS[value],
      })),
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: { fr: 'Demande', en: 'Request' },
      options: KINDS.map((value) => ({ value, label: KIND_LABELS[value] })),
    },
    {
      name: 'property',
      type: 'relationship',
      relationTo: 'properties',
      required: true,
      index: true,
      label: { fr: 'Bien', en: 'Property' },
    },
    {
      name: 'client',
      type: 'relationship',
      relationTo: 'clients',
      required: true,
      index: true,
      label: { fr: 'Client', en: 'Client' },
    },
    {
      name: 'startsAt',
      type: 'date',
      required: true,
      index: true,
      label: { fr: 'Début', en: 'Start' },
      admin: { date: DAY_AND_TIME },
    },
    {
      name: 'endsAt',
      type: 'date',
      required: true,
      label: { fr: 'Fin', en: 'End' },
      admin: { date: DAY_AND_TIME },
    },
    { name: 'note', type: 'textarea', label: { fr: 'Note', en: 'Note' } },
    {
      // The whole of its history here: which file told it, and who brought the file in.
      name: 'origin',
      type: 'text',
      required: true,
      label: { fr: 'Reprise de', en: 'Imported from' },
    },
  ],
  hooks: { beforeOperation: [limitQuery([])] },
}
