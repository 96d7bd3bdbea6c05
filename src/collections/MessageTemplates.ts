import type { CollectionConfig } from 'payload'
import { access, readOnly } from '@/access'
import { TEMPLATE_KEYS } from '@/domain/notifications'
import { TEMPLATE_LABELS } from '@/domain/templateVariables'
import { checkTemplate } from '@/hooks/checkTemplate'
import { limitQuery } from '@/hooks/limitQuery'
import { lockRow } from '@/hooks/lockRow'
import { nameTemplate, readTemplateName } from '@/hooks/nameTemplate'
import { numberRevision } from '@/hooks/numberRevision'
import { readTemplateText } from '@/hooks/readTemplateText'
import { LANGUAGES } from './languages'
import { bodyEditor, subjectEditor } from './templateEditor'
import { templateEndpoints } from './templateEndpoints'

/** The last ones are what the panel asks for in its list of versions. */
const QUERIED = [
  'title',
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

export const MessageTemplates: CollectionConfig = {
  slug: 'message-templates',
  labels: {
    singular: { fr: 'Modèle de message', en: 'Message template' },
    plural: { fr: 'Modèles de messages', en: 'Message templates' },
  },
  access: access.messageTemplates,
  admin: {
    group: { fr: 'Réglages', en: 'Settings' },
    hideAPIURL: true,
    useAsTitle: 'title',
    components: { beforeListTable: ['/admin/TemplateMatrix#TemplateMatrix'] },
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
  endpoints: templateEndpoints,
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { fr: 'Modèle', en: 'Template' },
      access: neverWritten,
      admin: { hidden: true },
      hooks: { beforeChange: [nameTemplate], afterRead: [readTemplateName] },
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
      options: LANGUAGES,
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
        components: { Diff: '/admin/TemplateDiff#TemplateDiff' },
        description: {
          fr: 'Une seule ligne, 120 caractères au plus.',
          en: 'One line, at most 120 characters.',
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
        components: { Diff: '/admin/TemplateDiff#TemplateDiff' },
        description: {
          fr: 'Un paragraphe dont une variable est sans valeur n’est pas envoyé. Un lien seul dans son paragraphe devient un bouton.',
          en: 'A paragraph with a variable that has no value is not sent. A link alone in its paragraph becomes a button.',
        },
      },
      hooks: { beforeValidate: [readTemplateText] },
    },
    {
      name: 'preview',
      type: 'ui',
      label: { fr: 'Aperçu', en: 'Preview' },
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/admin/TemplatePreview#TemplatePreview' },
      },
    },
  ],
  hooks: {
    beforeOperation: [lockRow('message_templates'), limitQuery(QUERIED)],
    beforeChange: [checkTemplate, numberRevision],
  },
}
