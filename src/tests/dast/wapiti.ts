import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Line } from './report'
import { attack, REPORTS } from './tools'

/**
 * wapiti walks the site's links and forms and attacks what it finds. Its own catalogues (`nikto`,
 * `wapp`) are fetched from the internet and stay out; `ssrf` and `xxe` are told a listener of ours
 * in the place of its author's. `buster` knows no time limit and does what ffuf does.
 */
const MODULES = [
  'backup', 'blindsql', 'brute_login_form', 'cookieflags', 'crlf', 'csp', 'csrf', 'exec',
  'file', 'htaccess', 'http_headers', 'methods', 'permanentxss', 'redirect', 'shellshock', 'sql',
  'ssrf', 'xss', 'xxe',
] // prettier-ignore

const SECONDS = { walk: 60, module: 25, all: 900 }

type Found = { method: string; path: string; parameter: string | null; info: string }
type Report = {
  vulnerabilities: Record<string, Found[]>
  anomalies: Record<string, Found[]>
}

/** @param listener an address that calls back when the site can be made to call out */
export async function walk(
  base: string,
  listener: string,
  options: { name: string; start?: string[]; modules?: string[]; cut?: number } = {
    name: 'portal',
  },
): Promise<Omit<Line, 'tried'>> {
  const { name, start = [], modules = MODULES, cut = SECONDS.all } = options
  const file = path.join(REPORTS, `wapiti-${name}.json`)
  const { said, late } = await attack(
    'wapiti',
    [
      '-u', `${base}/`, '--scope', 'domain', '-d', '4',
      '--max-links-per-page', '40', '--max-files-per-dir', '30', '--max-parameters', '30',
      '--max-scan-time', String(SECONDS.walk), '--max-attack-time', String(SECONDS.module),
      '-m', modules.join(','), '-S', 'normal', '-t', '20', '--endpoint', listener,
      '--flush-session', '--no-bugreport', '--store-session', path.join(REPORTS, 'wapiti'),
      '-v', '1', '-f', 'json', '-o', file,
      ...start.flatMap((url) => ['-s', base + url]),
    ],
    cut,
    `wapiti-${name}.log`,
  ) // prettier-ignore
  const silent = modules.filter((each) => !said.includes(`module ${each}`))
  return {
    tool: 'wapiti',
    target: `${name}, ${modules.length} modules`,
    findings: late ? [] : findingsOf(file),
    untried: late
      ? `cut after ${cut} s`
      : silent.length > 0
        ? `modules that did not run: ${silent.join(', ')}`
        : undefined,
  }
}

function findingsOf(file: string): string[] {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report // as: wapiti's own format.
  return [report.vulnerabilities, report.anomalies].flatMap((part) =>
    Object.entries(part).flatMap(([kind, all]) =>
      all.map(
        (found) => `${kind}: ${found.method} ${found.path} ${found.parameter ?? ''} ${found.info}`,
      ),
    ),
  )
}
