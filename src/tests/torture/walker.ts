import { createHash } from 'node:crypto'
import { call, phoneOf, type Answer, type Storm } from './actors'
import type { Line } from './network'

/**
 * A person with a browser, whose pages come from one server and whose forms and files go to another,
 * as behind a proxy in the middle of an upgrade.
 */

const PROPERTY = 'villa-mpila'
const CHECK = '/reservation/verification'
/** Where a form may lead that was read: on, or to a place that was taken or a turn that is used up. */
const READ = /^\/reservation\/(verification|confirmation\/RSV-|creneau\?.*pris=1|patienter)/

type Way = { shows: Line; takes: Line }

/** Everything a page names that a browser loads with it. */
const filesOf = (html: string): string[] => {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  const files = tags.flatMap(
    (tag) => /\b(?:src|href)="(\/[^"]+\.(?:js|css)[^"]*)"/.exec(tag)?.[1] ?? [],
  )
  return [...new Set(files.map((file) => file.replaceAll('&amp;', '&')))]
}

const hiddenOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    (html.match(/<input type="hidden"[^>]*>/g) ?? []).map((tag) => [
      /name="([^"]*)"/.exec(tag)?.[1] ?? '',
      (/value="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&'),
    ]),
  )

/** Whether a script has the content its address names: the wrong one would be kept for a year. */
function isTrue(file: string, { status, text }: Answer): boolean {
  const version = /\?v=([0-9a-f]+)$/.exec(file)?.[1]
  const hash = createHash('sha256').update(text).digest('hex')
  return status === 200 && (version === undefined || hash.startsWith(version))
}

/** Nobody answered, or the house said that it cannot: no proof of anything. */
const says = (answer: Answer | null): answer is Answer => answer !== null && answer.status !== 503

async function loadFiles(storm: Storm, html: string, { takes }: Way): Promise<void> {
  for (const file of filesOf(html)) {
    const answer = await call(storm, file, { line: takes })
    if (says(answer)) storm.journal.files.push({ file, had: isTrue(file, answer) })
  }
}

type Page = { path: string; html: string }

/** Follows the pages that lead on by themselves. */
async function open(storm: Storm, path: string, way: Way, cookie = ''): Promise<Page | null> {
  const answer = await call(storm, path, { line: way.shows, cookie })
  const next = answer?.headers.get('location')
  if (answer && answer.status >= 300 && answer.status < 400 && next?.startsWith('/reservation/'))
    return open(storm, next, way, cookie)
  return answer?.status === 200 ? { path, html: answer.text } : null
}

/** @returns where the form led and what to remember, or null when no whole answer came */
async function post(
  storm: Storm,
  path: string,
  form: Record<string, string>,
  way: Way,
  cookie = '',
) {
  const answer = await call(storm, path, { line: way.takes, form, cookie })
  if (!says(answer)) return null
  const to = answer.headers.get('location') ?? ''
  storm.journal.forms.push({
    path,
    taken: answer.status === 303 && READ.test(to),
    to: to || String(answer.status),
  })
  const kept = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  return { to, cookie: kept.join('; ') || cookie }
}

const dayFrom = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Books over the pages; what was confirmed is written down, to be looked for afterwards. */
export async function walk(storm: Storm, way: Way): Promise<void> {
  const { random, journal } = storm
  // A night far from the storm's, which has taken all that is near.
  const night = 200 + random.below(150)
  const query = new URLSearchParams({
    bien: PROPERTY,
    type: 'sejour',
    debut: dayFrom(night),
    fin: dayFrom(night + 1),
  })
  const contact = await open(storm, `/reservation/coordonnees?${query}`, way)
  if (!contact) return
  await loadFiles(storm, contact.html, way)
  const person = { name: 'Awa Passage', phone: phoneOf(random), consent: 'oui' }
  const typed = { ...hiddenOf(contact.html), ...person }
  const checked = await post(storm, '/reservation/coordonnees/envoi', typed, way)
  if (!checked?.to.startsWith(CHECK)) return
  const check = await open(storm, checked.to, way, checked.cookie)
  if (!check) return
  // Sent back: what one server was told the other cannot read.
  if (!check.path.startsWith(CHECK) && !check.path.includes('pris=1'))
    journal.forms.push({ path: CHECK, taken: false, to: check.path })
  const fields = hiddenOf(check.html)
  const sent = await post(storm, `${CHECK}/envoi`, fields, way, checked.cookie)
  const reference = /^\/reservation\/confirmation\/(RSV-[\w-]+)/.exec(sent?.to ?? '')?.[1]
  if (reference) journal.confirmed.push(reference)
}
