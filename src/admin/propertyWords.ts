import type { Locale } from '@/domain/status'

const fr = {
  slots: 'Créneaux des deux prochaines semaines',
  slotsHint:
    'Ce que les clients pourraient demander si vous enregistriez maintenant. Un créneau barré est pris, fermé ou passé.',
  failed: 'Les créneaux n’ont pas pu être calculés. Vérifiez la connexion.',
  taken: 'indisponible',
  free: (free: number, all: number) => {
    if (all === 0) return 'pas de visite'
    return free === 0 ? 'complet' : `${free} libre${free > 1 ? 's' : ''} sur ${all}`
  },
}

export type PropertyWords = typeof fr

const en: PropertyWords = {
  slots: 'Slots of the next two weeks',
  slotsHint:
    'What clients could ask for if you saved now. A slot crossed out is taken, closed or past.',
  failed: 'The slots could not be computed. Check the connection.',
  taken: 'unavailable',
  free: (free, all) => {
    if (all === 0) return 'no visits'
    return free === 0 ? 'full' : `${free} of ${all} free`
  },
}

export const propertyWords = (locale: Locale): PropertyWords => (locale === 'en' ? en : fr)
