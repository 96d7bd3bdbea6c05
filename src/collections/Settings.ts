import type { GlobalConfig, PayloadRequest } from 'payload'
import { access } from '@/access'
import { phoneExample, toE164 } from '@/domain/phone'
import type { Words } from '@/domain/status'
import { env } from '@/env'
import { checkOpeningHours } from '@/hooks/checkOpeningHours'
import { endOnDemand } from '@/hooks/endUnprovedSessions'
import { manageFeed } from '@/hooks/manageFeed'
import { normalizePhone } from '@/hooks/normalizePhone'
import { localeOf } from '@/refusal'
import { agencyFields } from './agencyFields'
import { DAY_ONLY } from './dates'
import { secondFactorSettings } from './secondFactorSettings'
import { timeField } from './timeField'
import { weekdayField } from './weekdays'

const BAD_PHONE: Words = {
  fr: `Ce numéro n’est pas complet : écrivez-le en entier, par exemple ${phoneExample(env.country)}.`,
  en: `This number is not complete: write all of it, for example ${phoneExample(env.country)}.`,
}

const BAD_MONTHS: Words = {
  fr: 'Un nombre entier de mois, de 1 à 240, ou rien.',
  en: 'A whole number of months, 1 to 240, or nothing.',
}

export const Settings: GlobalConfig = {
  slug: 'settings',
  label: { fr: 'Réglages', en: 'Settings' },
  access: access.settings,
  admin: {
    group: { fr: 'Réglages', en: 'Settings' },
    hideAPIURL: true,
    hidden: ({ user }) => user?.role !== 'admin',
  },
  versions: false,
  endpoints: [manageFeed('agence')],
  fields: [
    agencyFields,
    {
      name: 'openingHours',
      type: 'array',
      label: { fr: 'Heures d’ouverture', en: 'Opening hours' },
      labels: {
        singular: { fr: 'une plage', en: 'a period' },
        plural: { fr: 'plages', en: 'periods' },
      },
      admin: {
        components: { RowLabel: '/admin/RowSummary.client#RowSummary' },
        description: {
          fr: 'Le délai de réponse court pendant ces heures. Sans heures, il court jour et nuit.',
          en: 'The promised delay runs during these hours. Without any, it runs day and night.',
        },
      },
      fields: [
        {
          type: 'row',
          fields: [
            weekdayField(),
            timeField('opens', { fr: 'Ouvre', en: 'Opens' }),
            timeField('closes', { fr: 'Ferme', en: 'Closes' }),
          ],
        },
      ],
    },
    {
      name: 'publicHolidays',
      type: 'array',
      label: { fr: 'Jours fériés', en: 'Public holidays' },
      labels: {
        singular: { fr: 'un jour férié', en: 'a public holiday' },
        plural: { fr: 'jours fériés', en: 'public holidays' },
      },
      admin: {
        initCollapsed: true,
        components: { RowLabel: '/admin/RowSummary.client#RowSummary' },
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'day',
              type: 'date',
              required: true,
              label: { fr: 'Jour', en: 'Day' },
              admin: { date: DAY_ONLY },
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
      admin: {
        description: {
          fr: `Montré aux clients. Par exemple ${phoneExample(env.country)} ou +33 6 12 34 56 78.`,
          en: `Shown to clients. For example ${phoneExample(env.country)} or +33 6 12 34 56 78.`,
        },
      },
      validate: (value: unknown, { req }: { req: Pick<PayloadRequest, 'i18n'> }) =>
        !value || toE164(String(value), env.country) !== null || BAD_PHONE[localeOf(req)],
      hooks: { beforeChange: [normalizePhone] },
    },
    {
      name: 'contactAddress',
      type: 'text',
      label: { fr: 'Adresse de l’agence', en: 'Agency’s address' },
    },
    {
      name: 'retentionMonths',
      type: 'number',
      min: 1,
      max: 240,
      label: {
        fr: 'Effacer les données des clients après (mois)',
        en: 'Erase clients’ data after (months)',
      },
      admin: {
        step: 1,
        description: {
          fr: 'Comptés depuis la fin de la dernière réservation. Vide : jamais. Un effacement ne se défait pas.',
          en: 'Counted from the end of the last reservation. Empty: never. An erasure cannot be undone.',
        },
      },
      validate: (value: unknown, { req }: { req: Pick<PayloadRequest, 'i18n'> }) =>
        value === null ||
        value === undefined ||
        (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 240) ||
        BAD_MONTHS[localeOf(req)],
    },
    secondFactorSettings,
    {
      name: 'calendarFeed',
      type: 'ui',
      admin: { components: { Field: '/admin/feed/FeedBox#AgencyFeed' } },
    },
  ],
  hooks: { beforeChange: [checkOpeningHours], afterChange: [endOnDemand] },
}
