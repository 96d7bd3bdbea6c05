import { CannotRun, command, onStop, option } from '@/scripts/command'
import { endAll } from '@/scripts/process'
import { say } from '@/scripts/say'
import { inspect, remember } from './aftermath'
import { control } from './control'
import { seek } from './ffuf'
import { tryHostile } from './hostile'
import { openLeaky, type Leaky } from './leaky'
import { tryLimits } from './limits'
import { counted, tell, type Line } from './report'
import { hold, SLOWNESSES } from './slow'
import { publicEntries, staffEntries, tryEntry } from './sqlmap'
import { aBooking, sessionOf, openTarget, withoutLimits, type Target } from './target'
import { missing, PROGRAMS, type Program } from './tools'
import { walk } from './wapiti'

/**
 * Dynamic application security testing: programs of others attack the production build, and every
 * finding is mended or explained. @see explained.ts
 */

type Attack = (target: Target, leaky: Leaky) => Promise<Line[]>

const ATTACKS: Record<Program, Attack> = {
  sqlmap: async (target) => {
    const { reference, token } = await aBooking(target)
    const header = await sessionOf(target, 'contact@scim.example')
    const entries = [...publicEntries(reference, token), ...staffEntries(header)]
    const lines: Line[] = []
    for (const [index, entry] of entries.entries()) {
      say(`sqlmap ${index + 1} of ${entries.length} …`)
      lines.push(await counted(target.tap, () => tryEntry(target.tap.url, entry, index + 1)))
    }
    return lines
  },
  wapiti: async ({ tap }, { url, called }) => {
    const start = ['/reservation?bien=villa-mpila', '/suivi', '/espace/lien', '/en', '/admin/login']
    const line = await counted(tap, () => walk(tap.url, url, { name: 'portal', start }))
    return [
      { ...line, findings: [...line.findings, ...called.map((path) => `called out: ${path}`)] },
    ]
  },
  ffuf: async (target) => {
    const header = await sessionOf(target, 'editeur@scim.example')
    return [
      await counted(target.tap, () => seek(target.tap.url, { name: 'stranger' })),
      await counted(target.tap, () =>
        seek(target.tap.url, { name: 'editor', header, more: EDITOR }),
      ),
    ]
  },
  slowhttptest: async ({ direct, pid }) => {
    const lines: Line[] = []
    for (const slowness of SLOWNESSES) {
      say(`slowhttptest, ${slowness.name} …`)
      lines.push(await hold(direct, pid, slowness))
    }
    return lines
  },
}

/** What an editor may read besides, as the access matrix has it: of accounts their own alone. */
const EDITOR = [
  'api/globals/settings', 'api/message-templates', 'api/payload-preferences',
  'api/payload-locked-documents', 'api/users', 'api/users/count',
] // prettier-ignore

/** Our own, which needs nothing installed. */
const OWN = 'fast-check'

function wanted(): { tools: Program[]; own: boolean } {
  const only = option('only')
  if (only !== undefined && ![...PROGRAMS, OWN].includes(only))
    throw new CannotRun(`--only takes one of: ${[...PROGRAMS, OWN].join(', ')}.`)
  const found = PROGRAMS.filter((name) => only === undefined || name === only)
  const absent = missing(found)
  if (absent.length > 0)
    throw new CannotRun(
      `Not installed: ${absent.join(', ')}. On Debian: apt-get install ${absent.join(' ')}`,
    )
  return { tools: found, own: only === undefined || only === OWN }
}

async function attackAll(
  target: Target,
  leaky: Leaky,
  { tools, own }: ReturnType<typeof wanted>,
): Promise<Line[]> {
  const before = await remember(target)
  const lines = await tryLimits(target)
  await target.sql.query('delete from rate_limits')
  for (const tool of tools) {
    say(`${tool} …`)
    lines.push(await control(tool, leaky))
    lines.push(...(await withoutLimits(target, () => ATTACKS[tool](target, leaky))))
  }
  if (own) {
    say(`${OWN} …`)
    lines.push(...(await withoutLimits(target, () => tryHostile(target))))
  }
  return [...lines, ...(await inspect(target, before))]
}

await command(async () => {
  const tools = wanted()
  onStop(async () => {
    await endAll()
    process.exit(130)
  })
  const target = await openTarget()
  const leaky = await openLeaky(target.sql)
  try {
    const bad = tell(await attackAll(target, leaky, tools))
    say(
      `\n${bad === 0 ? 'Nothing is left unexplained' : `${bad} lines are not clean`}; reports in .data/dast`,
    )
    return bad === 0 ? 0 : 1
  } finally {
    await leaky.stop()
    await target.close()
    await endAll()
  }
})
