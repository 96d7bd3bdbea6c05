import type { ArrayField } from 'payload'
import { managerField } from '@/access'
import { webAddressFault } from './webAddressFault'

/** Calendars of other programs that close this property too. Whoever has such an address reads it. */
export const outsideCalendars: ArrayField = {
  name: 'calendars',
  type: 'array',
  maxRows: 20,
  access: { create: managerField, read: managerField, update: managerField },
  label: { fr: 'Calendriers d’ailleurs', en: 'Calendars from elsewhere' },
  labels: {
    singular: { fr: 'un calendrier', en: 'a calendar' },
    plural: { fr: 'Calendriers', en: 'Calendars' },
  },
  admin: {
    components: { RowLabel: '/admin/RowSummary.client#RowSummary' },
    description: {
      fr: 'L’adresse iCal que donnent Airbnb, Booking.com ou Google Agenda. Ce qui y est pris ferme aussi ce bien ; nous la lisons tous les quarts d’heure.',
      en: 'The iCal address that Airbnb, Booking.com or Google Calendar gives. What is taken there closes this property too; we read it every quarter of an hour.',
    },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          required: true,
          maxLength: 80,
          label: { fr: 'Nom', en: 'Name' },
          admin: { placeholder: 'Airbnb', width: '30%', disableListFilter: true },
        },
        {
          name: 'address',
          type: 'text',
          required: true,
          label: { fr: 'Adresse iCal', en: 'iCal address' },
          admin: {
            placeholder: 'https://www.airbnb.fr/calendar/ical/….ics',
            width: '70%',
            disableListFilter: true,
          },
          hooks: {
            // Calendars are often handed round as webcal:, which is https.
            beforeValidate: [
              ({ value }) =>
                typeof value === 'string' ? value.trim().replace(/^webcals?:/i, 'https:') : value,
            ],
          },
          validate: webAddressFault,
        },
      ],
    },
  ],
}
