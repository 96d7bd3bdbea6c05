import type { CollectionConfig } from 'payload'
import { access, readOnly } from '@/access'
import { WEBHOOK_EVENT_LABELS, WEBHOOK_EVENTS } from '@/domain/webhook'
import { showSecret } from '@/hooks/showSecret'
import { webAddressFault } from './webAddressFault'

/** Programs that are called when something happens to a reservation. */
export const Webhooks: CollectionConfig = {
  slug: 'webhooks',
  labels: {
    singular: { fr: 'Programme à prévenir', en: 'Webhook' },
    plural: { fr: 'Programmes à prévenir', en: 'Webhooks' },
  },
  access: access.webhooks,
  admin: {
    group: { fr: 'Réglages', en: 'Settings' },
    useAsTitle: 'name',
    defaultColumns: ['name', 'address', 'events', 'enabled'],
    hidden: ({ user }) => user?.role !== 'admin',
    hideAPIURL: true,
    description: {
      fr: 'Chaque appel est signé : X-SCIM-Signature porte t (heure Unix) et v1, le HMAC-SHA256 hexadécimal de « t.corps » avec le secret.',
      en: 'Every call is signed: X-SCIM-Signature carries t (Unix time) and v1, the hexadecimal HMAC-SHA256 of “t.body” with the secret.',
    },
  },
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  endpoints: [showSecret('webhooks')],
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 80,
      label: { fr: 'Nom', en: 'Name' },
    },
    {
      name: 'address',
      type: 'text',
      required: true,
      label: { fr: 'Adresse à appeler', en: 'Address to call' },
      admin: { placeholder: 'https://example.com/reservations' },
      validate: webAddressFault,
    },
    {
      name: 'events',
      type: 'select',
      hasMany: true,
      required: true,
      label: { fr: 'Prévenir quand', en: 'Call when' },
      options: WEBHOOK_EVENTS.map((value) => ({ value, label: WEBHOOK_EVENT_LABELS[value] })),
    },
    {
      name: 'enabled',
      type: 'checkbox',
      defaultValue: true,
      label: { fr: 'En service', en: 'In use' },
    },
    {
      // Of the secret, which is computed and never stored; 0 until the first one was shown.
      name: 'secretVersion',
      type: 'number',
      defaultValue: 0,
      access: { create: readOnly, read: readOnly, update: readOnly },
      admin: { hidden: true },
    },
    {
      name: 'secret',
      type: 'ui',
      admin: { components: { Field: '/admin/secret/SecretBox#WebhookSecret' } },
    },
    {
      name: 'deliveries',
      type: 'join',
      collection: 'webhook-deliveries',
      on: 'webhook',
      defaultSort: '-createdAt',
      label: { fr: 'Appels', en: 'Calls' },
      admin: {
        allowCreate: false,
        defaultColumns: ['event', 'state', 'answerStatus', 'attempts', 'createdAt'],
      },
    },
  ],
}
