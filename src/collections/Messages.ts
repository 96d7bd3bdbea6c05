import type { CollectionConfig } from 'payload'
import { access, adminField } from '@/access'
import { CHANNEL_LABELS, CHANNELS, MESSAGE_STATE_LABELS, MESSAGE_STATES } from '@/domain/message'
import { messageEndpoints } from '@/desk/messageEndpoints'
import { limitQuery } from '@/hooks/limitQuery'
import { DAY_AND_TIME } from './dates'

/** What was said, frozen when it was said. A row is the outbox entry as well: there is no other. */
export const Messages: CollectionConfig = {
  slug: 'messages',
  labels: {
    singular: { fr: 'Message', en: 'Message' },
    plural: { fr: 'Messages', en: 'Messages' },
  },
  access: access.messages,
  admin: {
    group: { fr: 'Réservations', en: 'Reservations' },
    hideAPIURL: true,
    useAsTitle: 'subject',
    defaultColumns: ['createdAt', 'reservation', 'subject', 'recipient', 'channel', 'state'],
    hidden: ({ user }) => user?.role === 'editeur',
  },
  defaultSort: '-createdAt',
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  endpoints: messageEndpoints,
  fields: [
    {
      name: 'ledger',
      type: 'ui',
      admin: { components: { Field: '/admin/MessageLedger#MessageLedger' } },
    },
    {
      name: 'reservation',
      type: 'relationship',
      relationTo: 'reservations',
      index: true,
      label: { fr: 'Réservation', en: 'Reservation' },
    },
    {
      name: 'subject',
      type: 'text',
      label: { fr: 'Objet', en: 'Subject' },
      admin: { components: { Cell: '/admin/PlainCell#PlainCell' } },
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      label: { fr: 'État', en: 'State' },
      options: MESSAGE_STATES.map((value) => ({ value, label: MESSAGE_STATE_LABELS[value] })),
      admin: { components: { Cell: '/admin/MessageStateCell#MessageStateCell' } },
    },
    { name: 'text', type: 'textarea', required: true, label: { fr: 'Texte', en: 'Text' } },
    { name: 'html', type: 'textarea', admin: { hidden: true } },
    {
      name: 'direction',
      type: 'select',
      required: true,
      label: { fr: 'Sens', en: 'Direction' },
      options: [
        { value: 'sortant', label: { fr: 'Sortant', en: 'Outgoing' } },
        { value: 'entrant', label: { fr: 'Entrant', en: 'Incoming' } },
      ],
    },
    {
      name: 'channel',
      type: 'select',
      required: true,
      label: { fr: 'Canal', en: 'Channel' },
      options: CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] })),
    },
    {
      name: 'audience',
      type: 'select',
      required: true,
      label: { fr: 'Pour', en: 'For' },
      options: [
        { value: 'client', label: { fr: 'Client', en: 'Client' } },
        { value: 'equipe', label: { fr: 'Équipe', en: 'Team' } },
      ],
    },
    {
      name: 'recipient',
      type: 'text',
      label: { fr: 'Destinataire', en: 'Recipient' },
      admin: { components: { Cell: '/admin/PlainCell#PlainCell' } },
    },
    { name: 'recipientName', type: 'text', admin: { hidden: true } },
    {
      name: 'template',
      type: 'text',
      label: { fr: 'Modèle', en: 'Template' },
      admin: {
        components: {
          Cell: '/admin/TemplateName#TemplateCell',
          Field: '/admin/TemplateName#TemplateName',
        },
      },
    },
    {
      name: 'templateVersion',
      type: 'text',
      label: { fr: 'Version du modèle', en: 'Template version' },
    },
    {
      name: 'templateLink',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/admin/TemplateVersion#TemplateVersion' },
      },
    },
    {
      name: 'fingerprint',
      type: 'text',
      label: { fr: 'Empreinte de l’historique', en: 'Fingerprint of the history' },
    },
    { name: 'attempts', type: 'number', defaultValue: 0, label: { fr: 'Essais', en: 'Attempts' } },
    {
      name: 'nextAttemptAt',
      type: 'date',
      label: { fr: 'Prochain essai', en: 'Next attempt' },
      admin: { date: DAY_AND_TIME },
    },
    {
      name: 'sentAt',
      type: 'date',
      label: { fr: 'Accepté le', en: 'Accepted on' },
      admin: { date: DAY_AND_TIME },
    },
    {
      name: 'serverAnswer',
      type: 'text',
      label: { fr: 'Réponse du serveur', en: 'Server’s answer' },
      admin: { hidden: true },
    },
    {
      name: 'lastError',
      type: 'text',
      label: { fr: 'Dernière erreur', en: 'Last error' },
      admin: { hidden: true },
    },
    { name: 'providerId', type: 'text', access: { read: adminField }, label: 'Message-ID' },
    { name: 'leaseUntil', type: 'date', admin: { hidden: true }, access: { read: adminField } },
    { name: 'unknownOutcome', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
    // Who wrote these words, where a person did.
    { name: 'author', type: 'text', admin: { hidden: true } },
    // The row that a person sent once more, perhaps to a corrected address: it stays as it is.
    {
      name: 'resentFrom',
      type: 'relationship',
      relationTo: 'messages',
      label: { fr: 'Renvoi de', en: 'Resent from' },
      admin: { hidden: true },
    },
    // Waits for the digest of somebody who asked for quiet, then for the row that gathers it.
    { name: 'digest', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
    {
      name: 'gatheredIn',
      type: 'relationship',
      relationTo: 'messages',
      admin: { hidden: true },
    },
    // The calendar entry that goes with it, frozen like the text (RFC 5545).
    { name: 'calendar', type: 'textarea', admin: { hidden: true } },
    { name: 'withdrawnAt', type: 'date', admin: { hidden: true } },
    { name: 'returnedAt', type: 'date', admin: { hidden: true } },
    { name: 'openedAt', type: 'date', admin: { hidden: true } },
  ],
  hooks: {
    beforeOperation: [limitQuery(['withdrawnAt'])],
  },
}
