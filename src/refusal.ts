import { APIError } from 'payload'
import type { Locale, Words } from '@/domain/status'
import type { PayloadRequest } from 'payload'

export type RefusalCode =
  | 'lien_inconnu'
  | 'kind_refuse'
  | 'passe'
  | 'trop_loin'
  | 'hors_horaires'
  | 'duree'
  | 'pris'
  | 'mouvement_refuse'
  | 'trop_de_demandes'
  | 'en_bloc'
  | 'deja_reserve'
  | 'introuvable'
  | 'deplacement_refuse'
  | 'prolongation_refusee'
  | 'contact_inchange'
  | 'texte_refuse'
  | 'adresse_refusee'
  | 'renvoi_refuse'
  | 'effacement_refuse'
  | 'reserve'

/** An expected no, with the sentence for the person who asked and the field it is about. */
export class Refusal extends APIError {
  constructor(
    readonly code: RefusalCode,
    readonly words: Words,
    readonly path: string,
    status: 400 | 403 | 404 | 409 | 429,
    locale: Locale,
  ) {
    super(words[locale], status, null, true)
  }
}

export const localeOf = (req: Pick<PayloadRequest, 'i18n'>): Locale =>
  req.i18n?.language === 'en' ? 'en' : 'fr'
