import type { Role } from '@/access'
import type { Words } from '@/domain/status'

export const ROLE_LABELS = {
  admin: { fr: 'Administrateur', en: 'Administrator' },
  proprietaire: { fr: 'Propriétaire', en: 'Owner' },
  editeur: { fr: 'Éditeur', en: 'Editor' },
} satisfies Record<Role, Words>
