import type { CollectionConfig } from 'payload'
import { access } from '@/access'
import { WEBHOOK_EVENT_LABELS, WEBHOOK_EVENTS } from '@/domain/webhook'
import { reservationField } from './rowFields'

const STATES = {
  a_envoyer: { fr: 'À envoyer', en: 'To be sent' },
  en_cours: { fr: 'Appel en cours', en: 'Being called' },
  envoyee: { fr: 'Accepté', en: 'Accepted' },
  echouee: { fr: 'Échec, sera réessayé', en: 'Failed, will be tried again' },
  abandonnee: { fr: 'Abandonné', en: 'Given up' },
}

/** The outbox of calls to programs: written with the event, claimed and settled by the worker. */
export const WebhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  labels: {
    singular: { fr: 'Appel à un programme', en: 'Webhook call' },
    plural: { fr: 'Appels aux programmes', en: 'Webhook calls' },
  },
  access: access.webhookDeliveries,
  admin: {
    group: { fr: 'Réglages', en: 'Settings' },
    useAsTitle: 'eventId',
    defaultColumns: ['createdAt', 'webhook', 'event', 'state', 'answerStatus', 'attempts'],
    hidden: ({ user }) => user?.role !== 'admin',
    hideAPIURL: true,
  },
  defaultSort: '-createdAt',
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  fields: [
    {
      name: 'webhook',
      type: 'relationship',
      relationTo: 'webhooks',
      required: true,
      index: true,
      label: { fr: 'Programme', en: 'Webhook' },
    },
    reservationField(),
    {
      name: 'event',
      type: 'select',
      required: true,
      label: { fr: 'Événement', en: 'Event' },
      options: WEBHOOK_EVENTS.map((value) => ({ value, label: WEBHOOK_EVENT_LABELS[value] })),
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      label: { fr: 'État', en: 'State' },
      options: Object.entries(STATES).map(([value, label]) => ({ value, label })),
    },
    { name: 'answerStatus', type: 'number', label: { fr: 'Réponse HTTP', en: 'HTTP answer' } },
    { name: 'lastError', type: 'text', label: { fr: 'Dernière erreur', en: 'Last error' } },
    { name: 'attempts', type: 'number', label: { fr: 'Essais', en: 'Attempts' } },
    { name: 'nextAttemptAt', type: 'date', label: { fr: 'Prochain essai', en: 'Next attempt' } },
    { name: 'sentAt', type: 'date', label: { fr: 'Acceptée le', en: 'Accepted on' } },
    { name: 'leaseUntil', type: 'date', admin: { hidden: true } },
    {
      name: 'eventId',
      type: 'text',
      required: true,
      label: { fr: 'Identifiant', en: 'Identifier' },
    },
    {
      name: 'body',
      type: 'textarea',
      required: true,
      label: { fr: 'Corps envoyé', en: 'Body sent' },
    },
  ],
}
