import type { Field } from 'payload'
import { readOnly } from '@/access'
import { KIND_LABELS, KINDS, REASON_LABELS, REASONS, SOURCE_LABELS, SOURCES } from '@/domain/status'
import { DAY_AND_TIME } from './dates'
import { LANGUAGES } from './languages'

/** The request is the client's word: nobody edits it afterwards. */
const frozen = { access: { update: readOnly } }
const shown = { readOnly: true }
/** The panel would filter by the other row, closed to owners: the search finds these, and `property`. */
const joined = { ...shown, disableListFilter: true }

export const decisionFields: Field[] = [
  {
    name: 'statusReason',
    type: 'select',
    access: { update: readOnly },
    label: { fr: 'Raison', en: 'Reason' },
    options: REASONS.map((value) => ({ value, label: REASON_LABELS[value] })),
    admin: { ...shown, condition: (data) => Boolean(data.statusReason) },
  },
  {
    // Taken with a decision only: guardStatus drops it from any other update.
    name: 'statusNote',
    type: 'textarea',
    maxLength: 500,
    label: { fr: 'Note au client', en: 'Note to the client' },
    admin: { ...shown, condition: (data) => Boolean(data.statusNote) },
  },
  {
    name: 'decidedByName',
    type: 'text',
    access: { update: readOnly },
    label: { fr: 'Décidé par', en: 'Decided by' },
    admin: { ...shown, condition: (data) => Boolean(data.decidedByName) },
  },
]

export const requestFields: Field[] = [
  {
    name: 'kind',
    type: 'select',
    required: true,
    ...frozen,
    label: { fr: 'Demande', en: 'Request' },
    options: KINDS.map((value) => ({ value, label: KIND_LABELS[value] })),
    admin: shown,
  },
  {
    name: 'property',
    type: 'relationship',
    relationTo: 'properties',
    required: true,
    index: true,
    ...frozen,
    label: { fr: 'Bien', en: 'Property' },
    admin: shown,
  },
  {
    name: 'propertyTitle',
    type: 'text',
    virtual: 'property.title',
    label: { fr: 'Bien', en: 'Property' },
    admin: joined,
  },
  {
    type: 'row',
    fields: [
      {
        name: 'startsAt',
        type: 'date',
        required: true,
        index: true,
        ...frozen,
        label: { fr: 'Début', en: 'Start' },
        admin: {
          ...shown,
          date: DAY_AND_TIME,
          components: { Cell: '/admin/WhenCell#WhenCell' },
        },
      },
      {
        name: 'endsAt',
        type: 'date',
        required: true,
        ...frozen,
        label: { fr: 'Fin', en: 'End' },
        admin: { ...shown, date: DAY_AND_TIME },
      },
    ],
  },
  {
    name: 'client',
    type: 'relationship',
    relationTo: 'clients',
    required: true,
    index: true,
    ...frozen,
    label: { fr: 'Fiche du client', en: 'Client record' },
    admin: { ...shown, hidden: true },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'clientName',
        type: 'text',
        virtual: 'client.name',
        label: { fr: 'Client', en: 'Client' },
        admin: joined,
      },
      {
        name: 'clientPhone',
        type: 'text',
        virtual: 'client.phone',
        label: { fr: 'Téléphone', en: 'Phone' },
        admin: joined,
      },
      {
        name: 'clientEmail',
        type: 'text',
        virtual: 'client.email',
        label: { fr: 'E-mail', en: 'E-mail' },
        admin: joined,
      },
    ],
  },
  {
    name: 'note',
    type: 'textarea',
    ...frozen,
    label: { fr: 'Message du client', en: 'Client’s words' },
    admin: shown,
  },
]

export const houseFields: Field[] = [
  {
    name: 'respondBy',
    type: 'date',
    required: true,
    index: true,
    ...frozen,
    label: { fr: 'Réponse promise avant', en: 'Answer promised by' },
    admin: {
      ...shown,
      position: 'sidebar',
      date: DAY_AND_TIME,
      components: { Cell: '/admin/PromiseCell#PromiseCell' },
    },
  },
  {
    name: 'respondedAt',
    type: 'date',
    ...frozen,
    label: { fr: 'Répondu le', en: 'Answered on' },
    admin: { ...shown, position: 'sidebar', date: DAY_AND_TIME },
  },
  {
    name: 'holdUntil',
    type: 'date',
    required: true,
    ...frozen,
    label: { fr: 'Place gardée jusqu’au', en: 'Place held until' },
    admin: { ...shown, position: 'sidebar', date: DAY_AND_TIME },
  },
  {
    name: 'source',
    type: 'select',
    required: true,
    defaultValue: 'portail',
    ...frozen,
    label: { fr: 'Venue par', en: 'Came by' },
    options: SOURCES.map((value) => ({ value, label: SOURCE_LABELS[value] })),
    admin: { ...shown, position: 'sidebar' },
  },
  {
    name: 'locale',
    type: 'select',
    required: true,
    defaultValue: 'fr',
    ...frozen,
    label: { fr: 'Langue', en: 'Language' },
    options: LANGUAGES,
    admin: { ...shown, position: 'sidebar' },
  },
  {
    // Sent as no person types: kept and answered like any other, and marked for whoever decides.
    name: 'doubtful',
    type: 'checkbox',
    defaultValue: false,
    ...frozen,
    label: {
      fr: 'À vérifier : envoi sans doute automatique',
      en: 'To check: probably sent by a program',
    },
    admin: { ...shown, position: 'sidebar', condition: (data) => Boolean(data.doubtful) },
  },
  {
    name: 'requestKey',
    type: 'text',
    required: true,
    unique: true,
    ...frozen,
    admin: { hidden: true },
  },
  // The delay that was promised, in minutes: the setting may change, this promise does not.
  { name: 'slaMinutes', type: 'number', required: true, ...frozen, admin: { hidden: true } },
  // `respondBy` while nobody answered, else null: what lists sort by.
  { name: 'awaitingUntil', type: 'date', ...frozen, admin: { hidden: true } },
  // How often it was altered since: each number has its row in `reservation-changes`.
  { name: 'changes', type: 'number', defaultValue: 0, ...frozen, admin: { hidden: true } },
  // What time set off already: each is set once, together with the messages it stands for.
  { name: 'remindedAt', type: 'date', ...frozen, admin: { hidden: true } },
  { name: 'lateToldAt', type: 'date', ...frozen, admin: { hidden: true } },
  { name: 'visitRemindedAt', type: 'date', ...frozen, admin: { hidden: true } },
  // Working minutes until a person answered, frozen like the promise it is measured against.
  { name: 'answerMinutes', type: 'number', ...frozen, admin: { hidden: true } },
  // SHA-256 of the tracking token, which is never stored.
  { name: 'trackingHash', type: 'text', unique: true, hidden: true, ...frozen },
  { name: 'trackingVersion', type: 'number', defaultValue: 1, hidden: true, ...frozen },
]
