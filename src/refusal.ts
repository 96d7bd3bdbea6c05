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
  | 'dernier_admin'
  | 'photo_montree'
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

/** What every copy of this file finds again; see `Refusal`. */
const MARK = Symbol.for('scim.refusal')

/**
 * An expected no, with the sentence for the person who asked and the field it is about.
 *
 * Next compiles this file once for pages and once for routes, and whichever is asked first gives
 * Payload its hooks. So `instanceof` goes by the mark: by the class alone a route would take a no of
 * hooks that a page brought for a fault, and answer 503.
 */
export class Refusal extends APIError {
  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && MARK in value
  }

  readonly [MARK] = true

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

/** A decision about dates that its screen did not show. */
export const movedMeanwhile = (locale: Locale) =>
  new Refusal(
    'mouvement_refuse',
    {
      fr: 'La date a été changée entre-temps : rouvrez la demande pour voir la nouvelle.',
      en: 'The date was changed meanwhile: open the request again to see the new one.',
    },
    'status',
    409,
    locale,
  )

export const localeOf = (req: Pick<PayloadRequest, 'i18n'>): Locale =>
  req.i18n?.language === 'en' ? 'en' : 'fr'
