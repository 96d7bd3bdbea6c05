import type { CollectionConfig } from 'payload'
import { access, adminField, ROLES, type Role } from '@/access'
import type { Words } from '@/domain/status'
import { throttleLogin } from '@/hooks/throttleLogin'
import { limitQuery } from '@/hooks/limitQuery'
import { passwordMailHtml, passwordMailSubject } from '@/messaging/passwordMail'

const ROLE_LABELS = {
  admin: { fr: 'Administrateur', en: 'Administrator' },
  proprietaire: { fr: 'Propriétaire', en: 'Owner' },
  editeur: { fr: 'Éditeur', en: 'Editor' },
} satisfies Record<Role, Words>

export const Users: CollectionConfig = {
  slug: 'users',
  labels: {
    singular: { fr: 'Utilisateur', en: 'User' },
    plural: { fr: 'Utilisateurs', en: 'Users' },
  },
  auth: {
    maxLoginAttempts: 10,
    lockTime: 15 * 60 * 1000,
    tokenExpiration: 12 * 60 * 60,
    forgotPassword: {
      generateEmailSubject: passwordMailSubject,
      generateEmailHTML: passwordMailHtml,
    },
  },
  access: access.users,
  admin: {
    group: { fr: 'Réglages', en: 'Settings' },
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role'],
    hidden: ({ user }) => user?.role !== 'admin',
  },
  versions: false,
  disableDuplicate: true,
  // Whoever came first would become administrator: the first one is made by `npm run create-admin`.
  endpoints: [
    {
      path: '/first-register',
      method: 'post',
      handler: () => Response.json({ errors: [{ message: 'Not available.' }] }, { status: 403 }),
    },
  ],
  fields: [
    { name: 'name', type: 'text', required: true, label: { fr: 'Nom', en: 'Name' } },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'proprietaire',
      saveToJWT: true,
      access: { create: adminField, update: adminField },
      label: { fr: 'Rôle', en: 'Role' },
      options: ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
    },
    { name: 'phone', type: 'text', label: { fr: 'Téléphone', en: 'Phone' } },
  ],
  hooks: { beforeOperation: [throttleLogin, limitQuery(['name', 'email', 'role', 'phone'])] },
}
