import { NOTICES, type TemplateKey } from './notifications'
import { ENDED_LABELS, KIND_LABELS, STATUS_LABELS, type Locale, type Words } from './status'
import { isOptional, TEMPLATE_VARIABLES } from './templateVariables'
import { sampleFacts, VARIABLE_NAMES, type Facts, type VariableName } from './variables'

/** Made-up people to look at a text with: the usual case, and those that break careless texts. */

export const SAMPLES = [
  'ordinaire',
  'nom_long',
  'sans_email',
  'location',
  'achat',
  'sejour',
  'retard',
  'sans_whatsapp',
  'minimum',
  'refusee',
  'annulee_client',
] as const
export type Sample = (typeof SAMPLES)[number]

export const SAMPLE_LABELS: Record<Sample, Words> = {
  ordinaire: { fr: 'Demande ordinaire', en: 'Ordinary request' },
  nom_long: { fr: 'Nom de 80 lettres', en: 'Name of 80 letters' },
  sans_email: { fr: 'Client sans e-mail', en: 'Client without e-mail' },
  location: { fr: 'Location', en: 'Rental' },
  achat: { fr: 'Achat', en: 'Purchase' },
  sejour: { fr: 'Séjour', en: 'Stay' },
  retard: { fr: 'Réponse en retard', en: 'Late answer' },
  sans_whatsapp: { fr: 'Sans WhatsApp', en: 'Without WhatsApp' },
  minimum: { fr: 'Rien de facultatif', en: 'Nothing optional' },
  refusee: { fr: 'Demande refusée', en: 'Request declined' },
  annulee_client: { fr: 'Annulée par le client', en: 'Cancelled by the client' },
}

/** Whose cancellation it is makes a difference in one message alone. */
export const samplesOf = (key: TemplateKey): readonly Sample[] =>
  key === 'annulation'
    ? SAMPLES
    : SAMPLES.filter((sample) => sample !== 'refusee' && sample !== 'annulee_client')

export const READERS = ['client', 'equipe'] as const
export type Reader = (typeof READERS)[number]

/** Who reads a template. The link to all bookings is asked for, not set off by an event. */
export function readersOf(key: TemplateKey): Reader[] {
  if (key === 'lien_acces') return ['client']
  const notices = Object.values(NOTICES)
    .flat()
    .filter(({ template }) => template === key)
  return READERS.filter((reader) =>
    notices.some(({ to }) => (to === 'client') === (reader === 'client')),
  )
}

const UNKNOWN_TO: Record<Reader, readonly VariableName[]> = {
  client: ['lien_admin'],
  // What else is free is offered to clients.
  equipe: ['lien_suivi', 'lien_whatsapp', 'alternatives'],
}

/** What the client of a message wrote, where the registry's sample is what the house would. */
const CLIENT_WORDS: Words = {
  fr: 'J’ai trouvé un autre logement.',
  en: 'I have found another place.',
}
/** And the other way round. */
const HOUSE_WORDS: Words = {
  fr: 'Oui, venez à deux, nous vous attendons.',
  en: 'Yes, do come together, we are expecting you.',
}

/** Whose words they are depends on who reads them, and nobody decides an expiry. */
function wordsThen(key: TemplateKey, reader: Reader, locale: Locale): Facts {
  if (key === 'annulation_gestion') return { motif: CLIENT_WORDS[locale] }
  if (key === 'expiration') return { motif: null }
  return key === 'nouveau_message' && reader === 'client'
    ? { texte_message: HOUSE_WORDS[locale] }
    : {}
}

const LONG_NAME = 'Marie-Antoinette Bienvenue-Espérance Nganga-Mouyabi de Loubomo Kinkala Mabiala-M'

const DIFFERENT: Record<Sample, (locale: Locale) => Facts> = {
  ordinaire: () => ({}),
  nom_long: () => ({ client_nom: LONG_NAME }),
  sans_email: () => ({ client_email: null }),
  location: (locale) => ({ type_demande: KIND_LABELS.location[locale] }),
  achat: (locale) => ({ type_demande: KIND_LABELS.achat[locale] }),
  sejour: (locale) =>
    locale === 'fr'
      ? {
          type_demande: 'Séjour',
          quand: 'du mardi 1er décembre au samedi 5 décembre 2026 (4 nuits)',
          alternatives: 'du mardi 8 décembre au samedi 12 décembre 2026 (4 nuits)',
        }
      : {
          type_demande: 'Stay',
          quand: 'from Tuesday 1 December to Saturday 5 December 2026 (4 nights)',
          alternatives: 'from Tuesday 8 December to Saturday 12 December 2026 (4 nights)',
        },
  retard: (locale) => ({
    echeance: locale === 'fr' ? 'lundi 23 novembre à 16 h 30' : 'Monday 23 November at 4:30 pm',
    expire_le: locale === 'fr' ? '18 h 00' : '6:00 pm',
  }),
  sans_whatsapp: () => ({ lien_whatsapp: null }),
  minimum: () => ({}),
  refusee: (locale) => ({ statut: ENDED_LABELS.refusee[locale] }),
  // Who cancels oneself is offered no other date.
  annulee_client: (locale) => ({
    statut: ENDED_LABELS.annulee_client[locale],
    motif: CLIENT_WORDS[locale],
    alternatives: null,
  }),
}

/** Where the event has changed it: a preview of a cancellation does not say 'En attente'. */
const STATUS_THEN: Partial<Record<TemplateKey, Words>> = {
  confirmation: STATUS_LABELS.confirmee,
  rappel_visite: STATUS_LABELS.confirmee,
  annulation: ENDED_LABELS.annulee_gestion,
  annulation_gestion: ENDED_LABELS.annulee_client,
  expiration: ENDED_LABELS.expiree,
}

/** The status that a message tells of, where its event comes first. */
export const statusThen = (key: TemplateKey, locale: Locale): string =>
  (STATUS_THEN[key] ?? STATUS_LABELS.en_attente)[locale]

/** Facts of a made-up request, without what this reader is never told. */
export function sampleOf(
  sample: Sample,
  target: { key: TemplateKey; locale: Locale; reader: Reader },
): Facts {
  const { key, locale, reader } = target
  const facts: Facts = {
    ...sampleFacts(locale),
    statut: statusThen(key, locale),
    ...wordsThen(key, reader, locale),
    ...DIFFERENT[sample](locale),
  }
  const isTold = (name: VariableName) => !UNKNOWN_TO[reader].includes(name)
  const isKept = (name: VariableName) =>
    sample !== 'minimum' ||
    !isOptional(name, key) ||
    TEMPLATE_VARIABLES[key].required.includes(name)
  return Object.fromEntries(
    VARIABLE_NAMES.filter((name) => isTold(name) && isKept(name)).map((name) => [
      name,
      facts[name],
    ]),
  ) as Facts // as: the keys are the names just listed.
}
