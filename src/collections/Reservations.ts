import type { CollectionConfig } from 'payload'
import { access, readOnly } from '@/access'
import { STATUS_LABELS, STATUSES } from '@/domain/status'
import { assignReference } from '@/hooks/assignReference'
import { guardStatus } from '@/hooks/guardStatus'
import { holdPlace } from '@/hooks/holdPlace'
import { keepClock } from '@/hooks/keepClock'
import { limitQuery } from '@/hooks/limitQuery'
import { lockRow } from '@/hooks/lockRow'
import { measureAnswer } from '@/hooks/measureAnswer'
import { queueMessages } from '@/hooks/queueMessages'
import { recordStatus } from '@/hooks/recordStatus'
import { revokeLink } from '@/hooks/revokeLink'
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
    defaultColumns: ['reference', 'clientName', 'property', 'startsAt', 'status', 'respondBy'],
    listSearchableFields: ['reference', 'clientName', 'clientPhone'],
    hidden: ({ user }) => user?.role === 'editeur',
    hideAPIURL: true,
    components: { edit: { beforeDocumentControls: ['/admin/Decision#Decision'] } },
  },
  // Unanswered first, the oldest promise on top: answered ones have no `awaitingUntil`, and
  // PostgreSQL sorts nulls last.
  defaultSort: ['awaitingUntil', '-startsAt'],
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  endpoints: [revokeLink],
  indexes: [
    { fields: ['awaitingUntil', 'startsAt'] },
    { fields: ['property', 'startsAt'] },
    { fields: ['status', 'holdUntil'] },
  ],
  fields: [
    {
      name: 'clash',
      type: 'ui',
      admin: { components: { Field: '/admin/outside/Clashes#ReservationClash' } },
    },
    {
      name: 'header',
      type: 'ui',
      admin: { components: { Field: '/admin/ReservationHeader#ReservationHeader' } },
    },
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
      admin: { readOnly: true, components: { Cell: '/admin/StatusCell#StatusCell' } },
    },
    ...decisionFields,
    ...requestFields,
    ...houseFields,
    {
      name: 'timeline',
      type: 'ui',
      admin: { components: { Field: '/admin/Timeline#Timeline' } },
    },
    {
      name: 'conversation',
      type: 'ui',
      admin: { components: { Field: '/admin/Conversation#Conversation' } },
    },
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
      lockRow,
      limitQuery([
        'reference',
        'status',
        'statusReason',
        'kind',
        'property',
        'startsAt',
        'endsAt',
        'respondBy',
        'respondedAt',
        'holdUntil',
        'awaitingUntil',
        'source',
        'doubtful',
        'locale',
        'clientName',
        'clientPhone',
        'clientEmail',
      ]),
    ],
    beforeChange: [assignReference, holdPlace, guardStatus, keepClock, measureAnswer],
    afterChange: [recordStatus, queueMessages],
  },
}
