import type { CollectionConfig } from 'payload'
import { access, readOnly } from '@/access'
import { showSecret } from '@/hooks/showSecret'

/** Programs that call us, each with one thing it may do. Not an auth collection: no login, no cookie. */
export const ApiKeys: CollectionConfig = {
  slug: 'api-keys',
  labels: {
    singular: { fr: 'Clé de programme', en: 'API key' },
    plural: { fr: 'Clés de programme', en: 'API keys' },
  },
  access: access.apiKeys,
  admin: {
    group: { fr: 'Réglages', en: 'Settings' },
    useAsTitle: 'name',
    defaultColumns: ['name', 'scope', 'enabled', 'lastUsedAt'],
    hidden: ({ user }) => user?.role !== 'admin',
    hideAPIURL: true,
    description: {
      fr: 'Un programme envoie sa clé ainsi : Authorization: Bearer scim_… Les routes sont décrites à /programmes/openapi.json.',
      en: 'A program sends its key so: Authorization: Bearer scim_… The routes are described at /programmes/openapi.json.',
    },
  },
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  endpoints: [showSecret('api-keys')],
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 80,
      label: { fr: 'Nom du programme', en: 'Name of the program' },
    },
    {
      name: 'scope',
      type: 'select',
      required: true,
      label: { fr: 'Peut', en: 'May' },
      options: [
        { value: 'lire', label: { fr: 'Lire l’agenda', en: 'Read the agenda' } },
        {
          value: 'reserver',
          label: { fr: 'Demander des réservations', en: 'Request reservations' },
        },
      ],
    },
    {
      name: 'enabled',
      type: 'checkbox',
      defaultValue: true,
      label: { fr: 'En service', en: 'In use' },
    },
    {
      name: 'lastUsedAt',
      type: 'date',
      access: { create: readOnly, update: readOnly },
      label: { fr: 'Servie pour la dernière fois', en: 'Last used' },
      admin: { readOnly: true, position: 'sidebar', date: { displayFormat: 'dd/MM/yyyy HH:mm' } },
    },
    {
      // Of the key, which is computed and never stored; 0 until the first one was shown.
      name: 'secretVersion',
      type: 'number',
      defaultValue: 0,
      access: { create: readOnly, read: readOnly, update: readOnly },
      admin: { hidden: true },
    },
    {
      name: 'secret',
      type: 'ui',
      admin: { components: { Field: '/admin/secret/SecretBox#ApiKeySecret' } },
    },
  ],
}
