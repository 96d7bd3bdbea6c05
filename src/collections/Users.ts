import type { CollectionConfig } from 'payload'
import { access, adminField, ROLES, type Role } from '@/access'
import { cookieFor } from '@/cookie'
import { PACE_LABELS, PACES } from '@/domain/quiet'
import type { Words } from '@/domain/status'
import { askForPassword } from '@/hooks/askForPassword'
import { checkPassword } from '@/hooks/checkPassword'
import { manageFeed } from '@/hooks/manageFeed'
import { endSessions } from '@/hooks/endSessions'
import { rememberDevice } from '@/hooks/rememberDevice'
import { throttleLogin } from '@/hooks/throttleLogin'
import { limitQuery } from '@/hooks/limitQuery'
import { lockRow } from '@/hooks/lockRow'

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
    // No lock: anybody could set it for somebody else. Guessing is slowed down in throttleLogin.
    maxLoginAttempts: 0,
    cookies: { secure: cookieFor(0).secure, sameSite: 'Lax' },
    tokenExpiration: 12 * 60 * 60,
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
    askForPassword,
    endSessions,
    manageFeed('proprietaire'),
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
    {
      name: 'calendarFeed',
      type: 'ui',
      admin: { components: { Field: '/admin/feed/FeedBox#UserFeed' } },
    },
    {
      name: 'pace',
      type: 'select',
      defaultValue: 'chaque',
      label: { fr: 'M’avertir par e-mail', en: 'Tell me by e-mail' },
      options: PACES.map((value) => ({ value, label: PACE_LABELS[value] })),
      admin: {
        description: {
          fr: 'Un résumé arrive plus tard : le délai promis au client, lui, n’attend pas.',
          en: 'A digest comes later: the time promised to the client does not wait.',
        },
      },
    },
  ],
  hooks: {
    beforeOperation: [
      throttleLogin,
      checkPassword,
      lockRow('users'),
      limitQuery(['name', 'email', 'role', 'phone', 'pace']),
    ],
    afterLogin: [rememberDevice],
  },
}
