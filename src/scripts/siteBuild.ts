import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { keptSecret } from './keptSecret'
import { inData, inRoot, ROOT } from './paths'
import { run } from './process'
import { mergeSameChunks } from './sameChunks'
import { settingsWith } from './settings'

const STAMP = inRoot('.next', 'scim-build.json')
const SOURCES = [
  'src',
  'public',
  'payload.config.ts',
  'next.config.ts',
  'package.json',
  'package-lock.json',
]
/** Sources that no page contains. */
const APART = /(^|\/)src\/(tests|scripts|seed|deploy)\/|\.test\.tsx?$/

function filesUnder(entry: string): string[] {
  if (!existsSync(entry)) return []
  if (statSync(entry).isFile()) return [entry]
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)))
}

/** What the build depends on, in one line: another source or another Node means another build. */
function sourceHash(): string {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '')
  for (const file of SOURCES.flatMap((source) => filesUnder(inRoot(source)))) {
    const name = path.relative(ROOT, file).split(path.sep).join('/')
    if (!APART.test(name)) hash.update(`\0${name}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Whether what `.next` holds was built from the sources as they are now. */
export function isBuildFresh(): boolean {
  if (!existsSync(STAMP) || !existsSync(inRoot('.next', 'BUILD_ID'))) return false
  return readFileSync(STAMP, 'utf8').trim() === JSON.stringify({ sources: sourceHash() })
}

/**
 * Builds the site and stamps the build with its sources.
 * @param onOutput takes what Next says; without it Next speaks for itself
 * @returns the exit code
 */
export async function buildSite(onOutput?: (text: string) => void): Promise<number> {
  rmSync(STAMP, { force: true })
  const sources = sourceHash()
  const { actionsKey = keptActionsKey() } = await settingsWith()
  const code = await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    onOutput,
    env: { NODE_ENV: 'production', NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey },
  })
  if (code !== 0) return code
  mergeSameChunks(inRoot('.next', 'server'))
  writeFileSync(STAMP, JSON.stringify({ sources }))
  return 0
}

const keptActionsKey = () =>
  keptSecret(inData('actions-key'), () => randomBytes(32).toString('base64'))
