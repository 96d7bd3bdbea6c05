import type { CollectionConfig, TextareaField } from 'payload'
import { access, readOnly } from '@/access'
import { TEMPLATE_KEYS } from '@/domain/notifications'
import type { Words } from '@/domain/status'
import { TEMPLATE_LABELS } from '@/domain/templateVariables'
import { checkTemplate } from '@/hooks/checkTemplate'
import { listVariables, previewTemplate } from '@/hooks/explainTemplate'
import { limitQuery } from '@/hooks/limitQuery'
import { nameTemplate } from '@/hooks/nameTemplate'
import { numberRevision } from '@/hooks/numberRevision'
import { readTemplateText } from '@/hooks/readTemplateText'
import { bodyEditor, subjectEditor } from './templateEditor'

/** The last ones are what the panel asks for in its list of versions. */
const QUERIED = [
  'key',
  'locale',
  'title',
  'revision',
  'parent',
  'latest',
  'snapshot',
  'autosave',
  'version._status',
  'version.updatedAt',
  'version.createdAt',
]

const writtenOnce = { update: readOnly }
const neverWritten = { create: readOnly, update: readOnly }

/** Shown under the text; computed when read, so nothing of it is stored or can grow old. */
const explanation = (
  name: string,
  label: Words,
  description: Words,
  hook: typeof listVariables,
): TextareaField => ({
  name,
  type: 'textarea',
  virtual: true,
  label,
  access: neverWritten,
  admin: { readOnly: true, description, disableListColumn: true, disableListFilter: true },
  hooks: { afterRead: [hook] },
})

export const MessageTemplates: CollectionConfig = {
  slug: 'message-templates',
  labels: {
    singular: { fr: 'Modèle de message', en: 'Message template' },
    plural: { fr: 'Modèles de messages', en: 'Message templates' },
  },
  access: access.messageTemplates,
  admin: {
    group: { fr: 'Réglages', en: 'Settings' },
    useAsTitle: 'title',
    defaultColumns: ['title', 'locale', '_status', 'revision', 'updatedAt'],
    description: {
      fr: 'Les messages envoyés aux clients et à l’équipe. Un brouillon n’est jamais envoyé : seul le texte publié l’est.',
      en: 'The messages sent to clients and to the team. A draft is never sent: only the published text is.',
    },
  },
  defaultSort: 'title',
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  indexes: [{ fields: ['key', 'locale'], unique: true }],
  // No autosave: it would switch off the warning that a colleague has saved in between.
  versions: { drafts: { validate: false }, maxPerDoc: 100 },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { fr: 'Modèle', en: 'Template' },
      access: neverWritten,
      admin: { hidden: true },
      hooks: { beforeChange: [nameTemplate] },
    },
    {
      name: 'key',
      type: 'select',
      required: true,
      label: { fr: 'Message', en: 'Message' },
      access: writtenOnce,
      admin: { position: 'sidebar' },
      options: TEMPLATE_KEYS.map((value) => ({ value, label: TEMPLATE_LABELS[value] })),
    },
    {
      name: 'locale',
      type: 'select',
      required: true,
      label: { fr: 'Langue', en: 'Language' },
      access: writtenOnce,
      admin: { position: 'sidebar' },
      options: [
        { value: 'fr', label: { fr: 'Français', en: 'French' } },
        { value: 'en', label: { fr: 'Anglais', en: 'English' } },
      ],
    },
    {
      name: 'revision',
      type: 'number',
      label: { fr: 'Numéro du texte publié', en: 'Number of the published text' },
      access: neverWritten,
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'subject',
      type: 'richText',
      label: { fr: 'Objet', en: 'Subject' },
      editor: subjectEditor,
      admin: {
        description: {
          fr: 'Une seule ligne. Tapez « / » pour insérer une variable.',
          en: 'One line. Type “/” to insert a variable.',
        },
      },
      hooks: { beforeValidate: [readTemplateText] },
    },
    {
      name: 'body',
      type: 'richText',
      label: { fr: 'Message', en: 'Message' },
      editor: bodyEditor,
      admin: {
        description: {
          fr: 'Tapez « / » pour insérer une variable. Un paragraphe dont une variable est sans valeur n’est pas envoyé. Un lien seul dans son paragraphe devient un bouton.',
          en: 'Type “/” to insert a variable. A paragraph with a variable that has no value is not sent. A link alone in its paragraph becomes a button.',
        },
      },
      hooks: { beforeValidate: [readTemplateText] },
    },
    explanation(
      'preview',
      { fr: 'Aperçu', en: 'Preview' },
      {
        fr: 'Le dernier texte enregistré, avec des exemples.',
        en: 'The last saved text, with samples.',
      },
      previewTemplate,
    ),
    explanation(
      'variables',
      { fr: 'Variables de ce message', en: 'Variables of this message' },
      {
        fr: 'Ce que ce message peut dire, et ce qu’il doit dire.',
        en: 'What this message may say, and what it must say.',
      },
      listVariables,
    ),
  ],
  hooks: {
    beforeOperation: [limitQuery(QUERIED)],
    beforeChange: [checkTemplate, numberRevision],
  },
}
