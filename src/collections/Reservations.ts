import type { CollectionConfig } from 'payload'
import { access, readOnly } from '@/access'
import { deskEndpoints } from '@/desk/endpoints'
import { STATUS_LABELS, STATUSES } from '@/domain/status'
import { assignReference } from '@/hooks/assignReference'
import { guardStatus } from '@/hooks/guardStatus'
import { holdPlace } from '@/hooks/holdPlace'
import { keepClock } from '@/hooks/keepClock'
import { limitQuery } from '@/hooks/limitQuery'
import { lockRow } from '@/hooks/lockRow'
import { leaveNames, nameParties } from '@/hooks/nameParties'
import { measureAnswer } from '@/hooks/measureAnswer'
import { queueMessages } from '@/hooks/queueMessages'
import { readSearch } from '@/hooks/readSearch'
import { recordStatus } from '@/hooks/recordStatus'
import { revokeLink } from '@/hooks/revokeLink'
import { sortByClient } from '@/hooks/sortByClient'
import { decisionFields, houseFields, requestFields } from './reservationFields'

export const Reservations: CollectionConfig = {
  slug: 'reservations',
  labels: {
    singular: { fr: 'Réservation', en: 'Reservation' },
    plural: { fr: 'Réservations', en: 'Reservations' },
  },
  access: access.reservations,
  admin: {
    group: { fr: 'Réservations', en: 'Reservations' },
    useAsTitle: 'reference',
    defaultColumns: [
      'reference',
      'status',
      'respondBy',
      'clientName',
      'propertyTitle',
      'startsAt',
      'kind',
    ],
    listSearchableFields: ['reference', 'clientName', 'clientPhone', 'clientEmail'],
    hidden: ({ user }) => user?.role === 'editeur',
    hideAPIURL: true,
    pagination: { defaultLimit: 25, limits: [10, 25, 50, 100] },
    components: {
      beforeListTable: ['/admin/list/ListTools#ListTools'],
      views: {
        edit: {
          default: { Component: '/admin/reservation/ReservationScreen#ReservationScreen' },
        },
      },
    },
  },
  // Unanswered first, the oldest promise on top: answered ones have no `awaitingUntil`, and
  // PostgreSQL sorts nulls last.
  defaultSort: ['awaitingUntil', '-startsAt'],
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  indexes: [{ fields: ['property', 'startsAt'] }, { fields: ['status', 'holdUntil'] }],
  endpoints: [...deskEndpoints, revokeLink],
  fields: [
    {
      name: 'reference',
      type: 'text',
      required: true,
      unique: true,
      access: { update: readOnly },
      label: { fr: 'Référence', en: 'Reference' },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'en_attente',
      label: { fr: 'Statut', en: 'Status' },
      options: STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
      admin: { components: { Cell: '/admin/StatusCell#StatusCell' } },
    },
    ...decisionFields,
    ...requestFields,
    ...houseFields,
    {
      name: 'history',
      type: 'join',
      collection: 'status-history',
      on: 'reservation',
      defaultSort: 'at',
      admin: { hidden: true },
    },
    {
      name: 'messages',
      type: 'join',
      collection: 'messages',
      on: 'reservation',
      defaultSort: 'createdAt',
      admin: { hidden: true },
    },
  ],
  hooks: {
    beforeOperation: [
      lockRow('reservations'),
      limitQuery(['awaitingUntil', 'clientName', 'clientPhone', 'clientEmail', 'propertyTitle']),
      sortByClient,
      readSearch,
      leaveNames,
    ],
    beforeChange: [assignReference, holdPlace, guardStatus, keepClock, measureAnswer],
    afterChange: [recordStatus, queueMessages],
    afterOperation: [nameParties],
  },
}
