import type { CollectionConfig } from 'payload'
import { access } from '@/access'
import { eraseClient } from '@/desk/eraseClient'
import { exportClient } from '@/desk/exportClient'
import { limitQuery } from '@/hooks/limitQuery'
import { LANGUAGES } from './languages'

/** People who ask. Data, not a login: each row is what somebody gave with a request. */
export const Clients: CollectionConfig = {
  slug: 'clients',
  labels: {
    singular: { fr: 'Client', en: 'Client' },
    plural: { fr: 'Clients', en: 'Clients' },
  },
  access: access.clients,
  admin: {
    group: { fr: 'Réservations', en: 'Reservations' },
    hideAPIURL: true,
    useAsTitle: 'name',
    defaultColumns: ['name', 'phone', 'email', 'createdAt'],
    listSearchableFields: ['name', 'phone', 'email'],
    hidden: ({ user }) => user?.role !== 'admin',
  },
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  fields: [
    { name: 'name', type: 'text', required: true, label: { fr: 'Nom', en: 'Name' } },
    {
      name: 'phone',
      type: 'text',
      required: true,
      index: true,
      label: { fr: 'Téléphone', en: 'Phone' },
      admin: { components: { Cell: '/admin/PhoneCell#PhoneCell' } },
    },
    { name: 'email', type: 'text', index: true, label: { fr: 'E-mail', en: 'E-mail' } },
    {
      name: 'locale',
      type: 'select',
      required: true,
      defaultValue: 'fr',
      label: { fr: 'Langue', en: 'Language' },
      options: LANGUAGES,
    },
    {
      name: 'care',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/admin/client/ClientCare#ClientCare' },
      },
    },
  ],
  endpoints: [exportClient, eraseClient],
  hooks: { beforeOperation: [limitQuery([])] },
}
