import fc from 'fast-check'

/** What nobody should send and somebody will: bodies, forms and query strings. */

export const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u0000', '\ud800', '2026-13-45', '1e999', '-1', '__proto__', "';--", '%', '{}'),
  fc.integer(),
)
const FIELDS = [
  'requestKey', 'property', 'kind', 'startsAt', 'endsAt', 'client', 'name', 'phone', 'email',
  'note', 'locale', 'consent', 'reference', 'contact', 'text', 'token', 'password', '__proto__',
] // prettier-ignore

export const bodies = fc.oneof(
  fc.dictionary(fc.constantFrom(...FIELDS), strange, { maxKeys: 8 }),
  strange,
)

export const forms = fc.dictionary(
  fc.constantFrom('bien', 'type', 'debut', 'cle', 'affiche', 'site', ...FIELDS),
  fc.oneof(fc.string({ unit: 'binary' }), strange),
  { maxKeys: 8 },
)

export const queries = fc.dictionary(
  fc.constantFrom(
    'from', 'to', 'kind', 'bien', 'type', 'debut', 'fin', 'cle', 'semaine', 'ville', 'erreur',
    'minutes', 'limit', 'page', 'sort', 'depth', 'where[id][in]', 'where[title][like]',
    'where[or][0][slug][equals]', 'where[owners.email][like]', 'select[title]', 'locale', 'joins',
  ), // prettier-ignore
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('-1', '0', '1e9', 'abc', '\u0000', '2026-12-01', '9999999999'),
  ),
  { maxKeys: 5 },
)

/** As a browser writes a form or a query. An object is written as JSON: its own toString may be no function. */
export const form = (fields: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  ).toString()

export const JSON_DOORS = [
  '/api/reservations/request',
  '/api/reservations/track',
  '/api/reservations/track/abcdefghijabcdefghijabcdefghij/messages',
  '/api/reservations/track/abcdefghijabcdefghijabcdefghij/cancel',
  '/api/users/forgot-password',
  '/api/users/reset-password',
  '/api/users',
  '/api/reservations',
  '/api/reservations/1/revoke-link',
]

export const FORM_DOORS = [
  '/reservation/coordonnees/envoi',
  '/reservation/verification/envoi',
  '/suivi/recherche',
  '/espace/lien/envoi',
  '/espace/lien/x/ouvrir',
  '/espace/RSV-7K3M-9QXA/message',
  '/espace/oublier',
]

export const QUERY_DOORS = [
  '/api/properties/1/slots',
  '/api/properties/villa-mpila/slots',
  '/api/properties',
  '/api/properties/1',
  '/api/reservations',
  '/api/media',
  '/',
  '/biens/villa-mpila',
  '/reservation',
  '/reservation/creneau',
  '/reservation/coordonnees',
  '/suivi',
  '/espace/lien',
]
