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
  | 'question_refusee'
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
  | FactorCode

/** What a program that logs in reads, beside the sentence: `errors[0].data.code`. */
export type FactorCode =
  | 'code_requis'
  | 'code_refuse'
  | 'mot_de_passe_refuse'
  | 'facteur_a_etablir'
  | 'facteur_present'
  | 'facteur_absent'
  | 'facteur_obligatoire'
  | 'inscription_perimee'

/** An expected no, with the sentence for the person who asked and the field it is about. */
export class Refusal extends APIError {
  constructor(
    readonly code: RefusalCode,
    readonly words: Words,
    readonly path: string,
    status: 400 | 401 | 403 | 404 | 409 | 429,
    locale: Locale,
    /** What a program may read of it, besides the sentence. */
    told: Record<string, unknown> | null = null,
  ) {
    super(words[locale], status, told, true)
  }
}

export const localeOf = (req: Pick<PayloadRequest, 'i18n'>): Locale =>
  req.i18n?.language === 'en' ? 'en' : 'fr'
