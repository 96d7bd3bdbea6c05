import type { CollectionConfig, PayloadRequest } from 'payload'
import { access, adminField } from '@/access'
import { KIND_LABELS, KINDS, type Words } from '@/domain/status'
import { closeFeedOfLeaver } from '@/hooks/closeFeedOfLeaver'
import { manageFeed } from '@/hooks/manageFeed'
import { checkSchedule } from '@/hooks/checkSchedule'
import { hideCalendars } from '@/hooks/hideCalendars'
import { keepBookedProperty } from '@/hooks/keepBookedProperty'
import { limitQuery } from '@/hooks/limitQuery'
import { lockRow } from '@/hooks/lockRow'
import { localeOf } from '@/refusal'
import { outsideCalendars } from './outsideCalendars'
import { propertyEndpoints } from './propertyEndpoints'
import { visitFields } from './visitFields'

const BAD_SLUG: Words = {
  fr: 'Lettres minuscules, chiffres et tirets, par exemple villa-mpila.',
  en: 'Lower-case letters, digits and hyphens, for example villa-mpila.',
}

const BAD_PRICE: Words = {
  fr: 'Un nombre entier, sans centimes, ou rien.',
  en: 'A whole number, without cents, or nothing.',
}

const adminEdits = { create: adminField, update: adminField }

export const Properties: CollectionConfig = {
  slug: 'properties',
  labels: {
    singular: { fr: 'Bien', en: 'Property' },
    plural: { fr: 'Biens', en: 'Properties' },
  },
  access: access.properties,
  admin: {
    group: { fr: 'Biens', en: 'Properties' },
    hideAPIURL: true,
    useAsTitle: 'title',
    defaultColumns: ['title', 'district', 'city', 'status', 'kinds', 'price'],
    listSearchableFields: ['title', 'district', 'city'],
  },
  defaultSort: 'title',
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  endpoints: [...propertyEndpoints, manageFeed('bien')],
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      access: adminEdits,
      label: { fr: 'Titre', en: 'Title' },
    },
    {
      name: 'slug',
      type: 'text',
      required: true,
      unique: true,
      access: adminEdits,
      label: { fr: 'Adresse de la page', en: 'Page address' },
      admin: { position: 'sidebar' },
      validate: (value: unknown, { req }: { req: Pick<PayloadRequest, 'i18n'> }) =>
        /^[a-z0-9]+(-[a-z0-9]+)*$/.test(String(value ?? '')) || BAD_SLUG[localeOf(req)],
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'brouillon',
      index: true,
      access: adminEdits,
      label: { fr: 'Publication', en: 'Publication' },
      admin: { position: 'sidebar' },
      options: [
        { value: 'publie', label: { fr: 'Publié', en: 'Published' } },
        { value: 'brouillon', label: { fr: 'Brouillon', en: 'Draft' } },
      ],
    },
    {
      name: 'kinds',
      type: 'select',
      hasMany: true,
      required: true,
      access: adminEdits,
      label: { fr: 'Ce qu’on peut demander', en: 'What can be asked for' },
      options: KINDS.map((value) => ({ value, label: KIND_LABELS[value] })),
    },
    {
      type: 'row',
      fields: [
        {
          name: 'city',
          type: 'text',
          required: true,
          access: adminEdits,
          label: { fr: 'Ville', en: 'City' },
        },
        {
          name: 'district',
          type: 'text',
          required: true,
          access: adminEdits,
          label: { fr: 'Quartier', en: 'District' },
        },
      ],
    },
    { name: 'address', type: 'text', label: { fr: 'Adresse', en: 'Address' } },
    {
      name: 'description',
      type: 'textarea',
      required: true,
      label: { fr: 'Description', en: 'Description' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'price',
          type: 'number',
          min: 0,
          access: adminEdits,
          label: { fr: 'Prix', en: 'Price' },
          admin: {
            description: {
              fr: 'Vide ou zéro : le site écrit « Prix sur demande ».',
              en: 'Empty or zero: the site writes “Price on request”.',
            },
            components: {
              Label: '/admin/PriceLabel#PriceLabel',
              Cell: '/admin/PriceCell#PriceCell',
            },
          },
          validate: (value: unknown, { req }: { req: Pick<PayloadRequest, 'i18n'> }) =>
            value === null ||
            value === undefined ||
            (Number.isSafeInteger(value) && Number(value) >= 0) ||
            BAD_PRICE[localeOf(req)],
        },
        {
          name: 'priceUnit',
          type: 'select',
          access: adminEdits,
          label: { fr: 'Par', en: 'Per' },
          options: [
            { value: 'nuit', label: { fr: 'Nuit', en: 'Night' } },
            { value: 'mois', label: { fr: 'Mois', en: 'Month' } },
            { value: 'vente', label: { fr: 'Vente', en: 'Sale' } },
          ],
        },
      ],
    },
    {
      name: 'photos',
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      label: { fr: 'Photos', en: 'Photos' },
    },
    {
      name: 'owners',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      access: { create: adminField, update: adminField, read: adminField },
      label: { fr: 'Propriétaires', en: 'Owners' },
      admin: { position: 'sidebar' },
      filterOptions: { role: { in: ['proprietaire', 'admin'] } },
    },
    ...visitFields,
    outsideCalendars,
    {
      name: 'outsideState',
      type: 'ui',
      admin: { components: { Field: '/admin/outside/OutsideState#OutsideState' } },
    },
    {
      name: 'calendarFeed',
      type: 'ui',
      admin: { components: { Field: '/admin/feed/FeedBox#PropertyFeed' } },
    },
    {
      name: 'slots',
      type: 'ui',
      label: { fr: 'Créneaux libres', en: 'Free slots' },
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        // Editors read a property and change none: nothing of theirs to preview.
        condition: (_data, _siblings, { user }) => user?.role !== 'editeur',
        components: { Field: '/admin/SlotsPreview.client#SlotsPreview' },
      },
    },
  ],
  hooks: {
    beforeOperation: [lockRow('properties'), limitQuery([])],
    beforeChange: [checkSchedule],
    afterRead: [hideCalendars],
    afterChange: [closeFeedOfLeaver],
    beforeDelete: [keepBookedProperty],
  },
}
