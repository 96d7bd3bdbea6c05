import { A_REQUEST } from './tap'
import { attack, REPORTS } from './tools'
import type { Line } from './report'

/** Where sqlmap looks for injected SQL: every parameter that somebody can send. */

export type Entry = {
  path: string
  json?: object
  form?: string
  cookie?: string
  header?: string
  extra?: string[]
}

const SECONDS = 75
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
const [FROM, TO] = [day(3), day(16)]
const TOKEN = 'Zm9yZ2VkLXRva2VuLW9mLW5vYm9keS1hdC1hbGwtMDAwMDA'
/** What strangers reach. @param reference one that exists @param token a tracking link that opens */
export const publicEntries = (reference: string, token: string): Entry[] => [
  { path: '/api/properties?where[slug][equals]=villa-mpila&sort=title&limit=5&page=1&depth=0' },
  { path: '/api/properties?where[or][0][title][like]=villa&select[title]=true&locale=fr' },
  { path: '/api/properties/1*' },
  { path: `/api/properties/1/slots?from=${FROM}&to=${TO}&kind=visite` },
  { path: `/api/properties/villa-mpila*/slots?from=${FROM}&to=${TO}` },
  { path: '/api/reservations/request', json: A_REQUEST },
  { path: '/api/reservations/track', json: { reference, contact: '06 612 34 56' } },
  { path: `/api/reservations/track/${TOKEN}*` },
  { path: `/api/reservations/track/${TOKEN}*/calendar.ics` },
  { path: `/api/reservations/track/${token}/messages`, json: { text: 'Bonjour' } },
  { path: `/api/reservations/track/${TOKEN}/cancel`, json: { note: 'Adieu' } },
  { path: '/api/users/login', json: { email: 'contact@scim.example', password: 'x' } },
  { path: '/api/users/forgot-password', json: { email: 'contact@scim.example' } },
  { path: '/api/users/reset-password', json: { token: 'x', password: 'un-autre-mot-de-passe' } },
  { path: '/?ville=Brazzaville&type=visite' },
  { path: '/biens/villa-mpila*' },
  {
    path: `/reservation/creneau?bien=villa-mpila&type=visite&mois=${FROM.slice(0, 7)}&jour=${FROM}`,
  },
  {
    path: `/reservation/coordonnees?bien=villa-mpila&type=visite&debut=${FROM}T08:00:00.000Z&cle=abcdefgh-1`,
  },
  {
    path: '/reservation/coordonnees/envoi',
    form: 'bien=villa-mpila&type=visite&name=Awa&phone=066123456&email=&note=x&consent=oui&affiche=x&preuve=x',
  },
  { path: '/suivi/recherche', form: `reference=${reference}&contact=066123456`, extra: HEADERS() },
  { path: '/espace/lien/envoi', form: 'email=awa@example.com' },
  { path: `/espace/lien/${TOKEN}*/ouvrir`, form: 'x=1' },
  {
    path: `/espace/${reference}*`,
    cookie: 'scim_session=abcdefghijabcdefghij',
    extra: ['--level=2'],
  },
  { path: `/suivi/${TOKEN}*` },
  { path: `/decision/${TOKEN}*` },
  { path: '/calendriers/abcdefghijabcdefghij*.ics' },
  { path: '/carte/villa-mpila*' },
]

function HEADERS() {
  return ['--level=3', '-p', 'reference,contact,user-agent,referer']
}

/** What the staff's lists, searches and exports take. @param header of an administrator's session */
export const staffEntries = (header: string): Entry[] =>
  [
    '/api/reservations?where[reference][like]=RSV&where[status][in]=en_attente&sort=-createdAt&limit=5&page=1&depth=1',
    '/api/reservations?where[or][0][and][0][client.name][like]=awa&select[status]=true',
    '/api/reservations/1*',
    `/api/reservations/export?status=en_attente&from=${FROM}&to=${TO}&search=awa`,
    '/api/clients?where[name][like]=awa&sort=name&limit=5&page=1',
    '/api/messages?where[recipient][like]=awa&where[state][equals]=envoyee&sort=-createdAt&limit=5',
    '/api/properties?where[title][like]=villa&where[owners][in]=2&sort=price&limit=5',
    '/api/users?where[email][like]=scim&sort=role&limit=5',
    '/api/status-history?where[reservation][equals]=1&sort=at&limit=5',
    '/api/message-templates?where[key][equals]=confirmation&sort=key&limit=5',
    '/admin/collections/reservations?search=awa&limit=10&page=1&sort=-createdAt',
    `/admin/calendrier?vue=semaine&jour=${FROM}`,
    `/admin/rapports?mois=${FROM.slice(0, 7)}`,
  ].map((path) => ({ path, header }))

const argumentsOf = (base: string, entry: Entry): string[] => [
  '--batch',
  '--disable-coloring',
  '--flush-session',
  // Staff's pages are slower and take the same filters: the first level is enough there.
  `--level=${entry.header ? 1 : 2}`,
  '--dbms=postgresql',
  '--technique=BEUST',
  '--time-sec=3',
  '--threads=4',
  '--retries=0',
  '--timeout=30',
  '--ignore-code=*',
  `--output-dir=${REPORTS}/sqlmap`,
  '-u',
  base + entry.path,
  ...(entry.json
    ? ['--data', JSON.stringify(entry.json), '-H', 'Content-Type: application/json']
    : []),
  ...(entry.form ? ['--data', entry.form] : []),
  ...(entry.header ? ['-H', entry.header] : []),
  ...(entry.cookie ? ['--cookie', entry.cookie] : []),
  ...(entry.extra ?? []),
]

/** Tries one entry. A run that tested no parameter at all has not been tried. */
export async function tryEntry(
  base: string,
  entry: Entry,
  number: number,
): Promise<Omit<Line, 'tried'>> {
  const { said, late } = await attack(
    'sqlmap',
    argumentsOf(base, entry),
    SECONDS,
    `sqlmap-${number}.log`,
  )
  const method = entry.json || entry.form ? 'POST' : 'GET'
  const findings = [...said.matchAll(/^Parameter: (.+)\n\s+Type: (.+)$/gm)].map(
    ([, parameter, type]) => `${parameter}: ${type}`,
  )
  const tested = /does not seem to be injectable|appears to be|do not appear to be/.test(said)
  return {
    tool: 'sqlmap',
    target: `${method} ${shortened(entry.path)}${late ? ' (cut)' : ''}`,
    findings,
    untried: tested || findings.length > 0 ? undefined : `see .data/dast/sqlmap-${number}.log`,
  }
}

const shortened = (path: string) => {
  const bare = path.replace(/[\w-]{30,}/, 'TOKEN')
  return bare.length > 60 ? `${bare.slice(0, 59)}…` : bare
}
