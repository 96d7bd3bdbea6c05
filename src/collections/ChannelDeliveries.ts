import type { CollectionConfig, Field } from 'payload'
import { access, adminField } from '@/access'
import { CHANNEL_NAMES, DELIVERY_STATES, PHONE_CHANNEL_LABELS } from '@/domain/channel'
import { DELIVERY_STATE_LABELS } from '@/domain/channelLedger'
import type { Words } from '@/domain/status'
import { env } from '@/env'
import { limitQuery } from '@/hooks/limitQuery'
import { DAY_AND_TIME } from './dates'
import { reservationField } from './rowFields'

const instantField = (name: string, label: Words): Field => ({
  name,
  type: 'date',
  label,
  admin: { date: DAY_AND_TIME },
})

/**
 * What a message to a client became on its way to a phone: written with the message, claimed and
 * settled by the worker, and told more of by the provider's reports.
 */
export const ChannelDeliveries: CollectionConfig = {
  slug: 'channel-deliveries',
  labels: {
    singular: { fr: 'Envoi au téléphone', en: 'Delivery to a phone' },
    plural: { fr: 'Envois aux téléphones', en: 'Deliveries to phones' },
  },
  access: access.channelDeliveries,
  admin: {
    group: { fr: 'Réservations', en: 'Reservations' },
    hideAPIURL: true,
    useAsTitle: 'recipient',
    defaultColumns: ['createdAt', 'reservation', 'channel', 'recipient', 'state'],
    hidden: ({ user }) => user?.role === 'editeur' || (!env.sms && !env.whatsappApi),
  },
  defaultSort: '-createdAt',
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  fields: [
    reservationField(),
    {
      name: 'message',
      type: 'relationship',
      relationTo: 'messages',
      required: true,
      index: true,
      label: { fr: 'Message', en: 'Message' },
    },
    {
      name: 'channel',
      type: 'select',
      required: true,
      label: { fr: 'Canal', en: 'Channel' },
      options: CHANNEL_NAMES.map((value) => ({ value, label: PHONE_CHANNEL_LABELS[value] })),
    },
    { name: 'recipient', type: 'text', required: true, label: { fr: 'Numéro', en: 'Number' } },
    {
      name: 'state',
      type: 'select',
      required: true,
      label: { fr: 'État', en: 'State' },
      options: DELIVERY_STATES.map((value) => ({ value, label: DELIVERY_STATE_LABELS[value] })),
      admin: { components: { Cell: '/admin/PhoneStateCell#PhoneStateCell' } },
    },
    // Frozen with the message: the text, or the approved template and its parameters.
    {
      name: 'content',
      type: 'textarea',
      required: true,
      label: { fr: 'Contenu', en: 'Content' },
    },
    // Which channels follow, with what, where this one is refused.
    { name: 'otherwise', type: 'json', admin: { hidden: true }, access: { read: adminField } },
    { name: 'template', type: 'text', required: true, label: { fr: 'Modèle', en: 'Template' } },
    { name: 'attempts', type: 'number', defaultValue: 0, label: { fr: 'Essais', en: 'Attempts' } },
    instantField('nextAttemptAt', { fr: 'Prochain essai', en: 'Next attempt' }),
    { name: 'leaseUntil', type: 'date', admin: { hidden: true }, access: { read: adminField } },
    { name: 'unknownOutcome', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
    {
      name: 'providerId',
      type: 'text',
      index: true,
      access: { read: adminField },
      label: { fr: 'Identifiant chez le fournisseur', en: 'Provider’s identifier' },
    },
    {
      name: 'answer',
      type: 'text',
      label: { fr: 'Dernière réponse du fournisseur', en: 'Provider’s last answer' },
    },
    instantField('acceptedAt', {
      fr: 'Accepté par le fournisseur le',
      en: 'Accepted by the provider on',
    }),
    instantField('sentAt', { fr: 'Parti vers le téléphone le', en: 'On its way to the phone on' }),
    instantField('deliveredAt', { fr: 'Remis au téléphone le', en: 'Delivered to the phone on' }),
    instantField('readAt', { fr: 'Lu le', en: 'Read on' }),
    instantField('failedAt', { fr: 'Non remis le', en: 'Not delivered on' }),
    { name: 'withdrawnAt', type: 'date', admin: { hidden: true } },
  ],
  hooks: { beforeOperation: [limitQuery([])] },
}
