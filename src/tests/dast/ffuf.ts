import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from '@/scripts/paths'
import type { Line } from './report'
import { attack, REPORTS } from './tools'

/** ffuf asks for what lies about on careless servers; only what is public may answer 200. */

export const WORDS = inRoot('src', 'tests', 'dast', 'words.txt')

/** What answers 200 to anybody, by contract: pages, public data and what robots ask for. */
const PUBLIC = [
  '', 'en', 'reservation', 'suivi', 'espace', 'espace/lien', 'hors-ligne', 'admin/login',
  'admin/forgot', 'api/properties', 'api/users/me', 'api/access', 'healthz', 'readyz', 'robots.txt',
  'sitemap.xml', 'sw.js', 'portal.js', 'preuve.js', 'carte.js', 'favicon.svg',
  'manifest.webmanifest', '.well-known/security.txt', 'programmes/openapi.json',
] // prettier-ignore

/** Of the demo's clients: whoever answers one of these shows what is private. */
const PRIVATE = /Mabiala|Bouanga|Mouyabi|awa\.mabiala@|066123456/

type Report = { results: { status: number; input: { FUZZ: string } }[] }
type Who = {
  name: string
  /** The header of a session. */
  header?: string
  /** What this somebody may see besides. */
  more?: string[]
}

export async function seek(
  base: string,
  { name, header, more = [] }: Who,
): Promise<Omit<Line, 'tried'>> {
  const file = path.join(REPORTS, `ffuf-${name}.json`)
  const { late } = await attack(
    'ffuf',
    [
      '-u', `${base}/FUZZ`, '-w', WORDS, '-mc', '200-299,500-599', '-t', '8', '-timeout', '30',
      '-s', '-of', 'json', '-o', file,
      ...(header ? ['-H', header] : []),
    ],
    240,
    `ffuf-${name}.log`,
  ) // prettier-ignore
  const { results } = JSON.parse(readFileSync(file, 'utf8')) as Report // as: ffuf's own format.
  const words = readFileSync(WORDS, 'utf8').split('\n').length - 1
  const findings: string[] = []
  for (const { status, input } of results) {
    const open = [...PUBLIC, ...more].includes(input.FUZZ)
    if (status === 200 && (await isHarmless(`${base}/${input.FUZZ}`, header, open))) continue
    findings.push(`${status} /${input.FUZZ}`)
  }
  return {
    tool: 'ffuf',
    target: `${name}, ${words} paths`,
    findings,
    untried: late ? 'cut' : undefined,
  }
}

/**
 * A page of the panel answers 200 to everybody, since it is sent while it is still being made: to a
 * stranger it is an empty frame that leads to the login.
 */
async function isHarmless(url: string, header = '', open: boolean): Promise<boolean> {
  const [name, value] = header.split(': ')
  const answer = await fetch(url, { headers: name && value ? { [name]: value } : {} })
  const body = await answer.text()
  if (PRIVATE.test(body)) return false
  return (
    open ||
    (/\/admin(\/|$)/.test(url) && (header !== '' || /NEXT_REDIRECT;[^"]*\/admin/.test(body)))
  )
}
