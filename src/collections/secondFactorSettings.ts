import type { Field } from 'payload'
import { ROLES } from '@/access'
import { ROLE_LABELS } from './roleLabels'

/** Who must log in in two steps. src/secondFactor.ts reads the columns. */
export const secondFactorSettings: Field = {
  name: 'secondFactor',
  type: 'group',
  label: { fr: 'Connexion en deux étapes', en: 'Two-step login' },
  admin: {
    description: {
      fr: 'Mot de passe, puis code d’une application. Là où elle devient obligatoire, ceux qui ne l’ont pas encore sont déconnectés et l’activent à leur prochaine connexion.',
      en: 'Password, then a code from an app. Where it becomes required, whoever does not have it yet is logged out and sets it up at the next login.',
    },
  },
  fields: [
    {
      type: 'row',
      fields: ROLES.map((role) => ({
        name: role,
        type: 'select' as const,
        required: true,
        defaultValue: 'facultatif',
        label: ROLE_LABELS[role],
        admin: { isClearable: false },
        options: [
          { value: 'facultatif', label: { fr: 'Facultative', en: 'Optional' } },
          { value: 'obligatoire', label: { fr: 'Obligatoire', en: 'Required' } },
        ],
      })),
    },
  ],
}
