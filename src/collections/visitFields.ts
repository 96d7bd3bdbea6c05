import type { Field } from 'payload'
import { managerField } from '@/access'
import { DAY_ONLY } from './dates'
import { timeField } from './timeField'
import { weekdayField } from './weekdays'

/** When a property can be seen: the hours, how long an appointment lasts, and what is closed. */
export const visitFields: Field[] = [
  {
    name: 'slotMinutes',
    type: 'number',
    required: true,
    defaultValue: 30,
    min: 5,
    max: 480,
    label: { fr: 'Durée d’un rendez-vous (minutes)', en: 'Length of an appointment (minutes)' },
  },
  {
    name: 'visitHours',
    type: 'array',
    label: { fr: 'Heures de visite', en: 'Visiting hours' },
    labels: {
      singular: { fr: 'une plage', en: 'a period' },
      plural: { fr: 'plages', en: 'periods' },
    },
    admin: {
      initCollapsed: true,
      components: { RowLabel: '/admin/RowSummary.client#RowSummary' },
    },
    fields: [
      {
        type: 'row',
        fields: [
          weekdayField(),
          timeField('from', { fr: 'De', en: 'From' }),
          timeField('to', { fr: 'À', en: 'To' }),
        ],
      },
    ],
  },
  {
    name: 'closedPeriods',
    type: 'array',
    label: { fr: 'Fermetures', en: 'Closed periods' },
    labels: {
      singular: { fr: 'une fermeture', en: 'a closed period' },
      plural: { fr: 'fermetures', en: 'closed periods' },
    },
    admin: { components: { RowLabel: '/admin/RowSummary.client#RowSummary' } },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'from',
            type: 'date',
            required: true,
            label: { fr: 'Du', en: 'From' },
            admin: { date: DAY_ONLY, disableListFilter: true },
          },
          {
            name: 'to',
            type: 'date',
            required: true,
            label: { fr: 'Au (compris)', en: 'To (included)' },
            admin: { date: DAY_ONLY, disableListFilter: true },
          },
          {
            name: 'reason',
            type: 'text',
            label: { fr: 'Raison (interne)', en: 'Reason (internal)' },
            access: { read: managerField },
            admin: { disableListFilter: true },
          },
        ],
      },
    ],
  },
]
