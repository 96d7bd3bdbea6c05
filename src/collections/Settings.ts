import type { GlobalConfig } from 'payload'
import { access } from '@/access'
import { checkOpeningHours } from '@/hooks/checkOpeningHours'
import { manageFeed } from '@/hooks/manageFeed'
import { WEEKDAYS } from './weekdays'

export const Settings: GlobalConfig = {
  slug: 'settings',
  label: { fr: 'Réglages', en: 'Settings' },
  access: access.settings,
  admin: {
    group: { fr: 'Réglages', en: 'Settings' },
    hidden: ({ user }) => user?.role !== 'admin',
  },
  versions: false,
  endpoints: [manageFeed('agence')],
  fields: [
    {
      name: 'openingHours',
      type: 'array',
      label: { fr: 'Heures d’ouverture', en: 'Opening hours' },
      admin: {
        description: {
          fr: 'Le délai de réponse court pendant ces heures. Sans heures, il court jour et nuit.',
          en: 'The promised delay runs during these hours. Without any, it runs day and night.',
        },
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'day',
              type: 'select',
              required: true,
              options: WEEKDAYS,
              label: { fr: 'Jour', en: 'Day' },
            },
            {
              name: 'opens',
              type: 'text',
              required: true,
              label: { fr: 'Ouvre', en: 'Opens' },
              admin: { placeholder: '08:00' },
            },
            {
              name: 'closes',
              type: 'text',
              required: true,
              label: { fr: 'Ferme', en: 'Closes' },
              admin: { placeholder: '12:00' },
            },
          ],
        },
      ],
    },
    {
      name: 'publicHolidays',
      type: 'array',
      label: { fr: 'Jours fériés', en: 'Public holidays' },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'day',
              type: 'date',
              required: true,
              label: { fr: 'Jour', en: 'Day' },
              admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'dd/MM/yyyy' } },
            },
            { name: 'name', type: 'text', label: { fr: 'Nom', en: 'Name' } },
          ],
        },
      ],
    },
    {
      name: 'contactPhone',
      type: 'text',
      label: { fr: 'Téléphone de contact', en: 'Contact phone' },
    },
    {
      name: 'contactAddress',
      type: 'text',
      label: { fr: 'Adresse de l’agence', en: 'Agency’s address' },
    },
    {
      name: 'calendarFeed',
      type: 'ui',
      admin: { components: { Field: '/admin/feed/FeedBox#AgencyFeed' } },
    },
  ],
  hooks: { beforeChange: [checkOpeningHours] },
}
