import type { CollectionConfig } from 'payload'
import { access, adminField, ROLES } from '@/access'
import { cookieFor } from '@/cookie'
import { PACE_LABELS, PACES } from '@/domain/quiet'
import { askForPassword } from '@/hooks/askForPassword'
import { checkPassword } from '@/hooks/checkPassword'
import { askSecondFactor, noteReset, tellOutcome } from '@/hooks/askSecondFactor'
import { closeFeedsOfDeleted, closeFeedsOnNewRole } from '@/hooks/closeFeedOfLeaver'
import { guardAccount } from '@/hooks/guardAccount'
import { countWrongCode } from '@/hooks/countWrongCode'
import { endSessions } from '@/hooks/endSessions'
import { endOnNewRole } from '@/hooks/endUnprovedSessions'
import { holdLogout, holdSession } from '@/hooks/holdSession'
import { manageFactor } from '@/hooks/manageFactor'
import { manageFeed } from '@/hooks/manageFeed'
import { rememberDevice } from '@/hooks/rememberDevice'
import { countOnce, throttleLogin } from '@/hooks/throttleLogin'
import { keepAdminOnDelete, keepAdminOnNewRole } from '@/hooks/keepLastAdmin'
import { limitQuery } from '@/hooks/limitQuery'
import { lockRow } from '@/hooks/lockRow'
import { ROLE_LABELS } from './roleLabels'

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
    hideAPIURL: true,
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role'],
    hidden: ({ user }) => user?.role !== 'admin',
  },
  versions: false,
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  // Whoever came first would become administrator: the first one is made by `npm run create-admin`.
  endpoints: [
    askForPassword,
    endSessions,
    ...manageFactor,
    manageFeed('proprietaire'),
    {
      path: '/first-register',
      method: 'post',
      handler: () => Response.json({ errors: [{ message: 'Not available.' }] }, { status: 403 }),
    },
  ],
  fields: [
    {
      name: 'proof',
      type: 'text',
      virtual: true,
      admin: {
        disableListColumn: true,
        disableListFilter: true,
        components: { Field: '/admin/account/Proof#Proof' },
      },
    },
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
    {
      name: 'secondFactor',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/admin/account/SecondFactor#SecondFactor' },
      },
    },
    {
      name: 'openSessions',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/admin/account/Sessions#Sessions' },
      },
    },
  ],
  hooks: {
    beforeOperation: [
      throttleLogin,
      noteReset,
      holdSession,
      checkPassword,
      lockRow('users'),
      guardAccount,
      limitQuery(['email']),
    ],
    beforeChange: [keepAdminOnNewRole],
    beforeLogin: [askSecondFactor],
    afterLogin: [rememberDevice, countOnce],
    afterLogout: [holdLogout],
    afterChange: [endOnNewRole, closeFeedsOnNewRole],
    beforeDelete: [keepAdminOnDelete, closeFeedsOfDeleted],
    afterOperation: [tellOutcome],
    afterError: [countWrongCode],
  },
}
