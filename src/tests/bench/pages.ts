import type { Environment } from '@/scripts/process'
import type { Bench } from './databases'
import { fill } from './fill'
import { ask } from './load'
import type { Line } from './report'
import { startSite } from './servers'

const ROWS = 1_000
const GZIP = { 'Accept-Encoding': 'gzip' }

/** What each page of the portal costs a phone: itself and what it names, cold and the second time. */
export async function measurePages(bench: Bench, env: Environment): Promise<Line[]> {
  await bench.create('bench_pages')
  const newest = await bench.on('bench_pages', (sql) => fill(sql, ROWS, String(env.PAYLOAD_SECRET)))
  const site = await startSite('pages', { ...env, DATABASE_URL: bench.urlOf('bench_pages') })
  try {
    const opened = await ask(`${site.url}/suivi/${newest.token}/ouvrir`)
    const cookie = [opened.headers['set-cookie'] ?? []]
      .flat()
      .map((one) => one.split(';')[0])
      .join('; ')
    const pages = [
      '/',
      '/biens/bien-1',
      '/reservation?bien=bien-1',
      '/suivi',
      '/espace',
      `/espace/${newest.reference}`,
    ]
    const lines: Line[] = []
    for (const page of pages) {
      const { cold, warm, requests } = await weigh(site.url, page, cookie)
      const name = page.replace(newest.reference, ':reference')
      lines.push(
        { name: `${name}, requests`, value: requests, target: { than: '<=', value: 12 } },
        { name: `  ${name}, cold, KB`, value: cold / 1024 },
        { name: `  ${name}, warm, KB`, value: warm / 1024 },
      )
    }
    return lines
  } finally {
    await site.stop()
    await bench.drop('bench_pages')
  }
}

async function weigh(base: string, page: string, cookie: string) {
  const headers = { ...GZIP, Cookie: cookie }
  const { bytes, status } = await ask(`${base}${page}`, { headers })
  if (status !== 200) throw new Error(`${page}: ${status}`)
  const { body } = await ask(`${base}${page}`, { headers: { Cookie: cookie } })
  let cold = bytes
  let warm = bytes
  const named = filesOf(body)
  for (const file of named) {
    const answer = await ask(`${base}${file}`, { headers: GZIP })
    cold += answer.bytes
    if (!/immutable|max-age=86400/.test(String(answer.headers['cache-control'])))
      warm += answer.bytes
  }
  return { cold, warm, requests: 1 + named.length }
}

/** Scripts, styles, icons and pictures above the fold that a browser fetches with this page. */
function filesOf(html: string): string[] {
  const tags = html.match(/<(script|link|img)\b[^>]*>/g) ?? []
  const files = tags
    .filter((tag) => !/loading="lazy"|noModule|rel="(canonical|alternate)"/i.test(tag))
    .map((tag) => /\b(?:src|href)="(\/[^"]+)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&'))
  return [...new Set(files.filter((file) => file !== undefined))]
}
