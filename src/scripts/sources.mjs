import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Which sources a build was made from. Plain JavaScript: it is asked before anything is compiled. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PAGES = [
  'src',
  'public',
  'payload.config.ts',
  'next.config.ts',
  'package.json',
  'package-lock.json',
]
/** What a build is made of, and the sources there that are no part of it. */
const PARTS = {
  pages: { sources: PAGES, apart: /(^|\/)src\/(tests|scripts|seed|deploy)\/|\.test\.tsx?$/ },
  programs: {
    sources: [...PAGES, 'migrations', 'tsconfig.json'],
    apart: /(^|\/)src\/(tests|seed|deploy)\/|\.test\.tsx?$/,
  },
}

/** @typedef {keyof typeof PARTS} Part */

/**
 * @param {string} entry
 * @returns {string[]}
 */
function filesUnder(entry) {
  if (!existsSync(entry)) return []
  if (statSync(entry).isFile()) return [entry]
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)))
}

/**
 * What a part of the build depends on, in one line: another source or another Node, another build.
 * @param {Part} part
 * @param {string} [root] another release's folder
 */
export function sourceHash(part, root = ROOT) {
  const { sources, apart } = PARTS[part]
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '')
  for (const file of sources.flatMap((source) => filesUnder(path.join(root, source)))) {
    const name = path.relative(root, file).split(path.sep).join('/')
    if (!apart.test(name)) hash.update(`\0${name}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** @param {string} root */
const stampOf = (root) => path.join(root, '.next', 'scim-build.json')

/**
 * @param {string} root
 * @returns {Partial<Record<Part, string>>}
 */
const stamped = (root) =>
  existsSync(stampOf(root)) ? JSON.parse(readFileSync(stampOf(root), 'utf8')) : {}

/**
 * Whether what `.next` holds was built from the sources as they are now.
 * @param {Part} part
 * @param {string} [root] another release's folder
 */
export function isFresh(part, root = ROOT) {
  const built = stamped(root)[part]
  return built !== undefined && built === sourceHash(part, root)
}

/**
 * Says that a part was built from these sources; `null`: that it is there no more.
 * @param {Part} part
 * @param {string | null} sources
 * @param {string} [root]
 */
export function stamp(part, sources, root = ROOT) {
  const built = { ...stamped(root), [part]: sources ?? undefined }
  // Where nothing is built there is no stamp: upgrade.sh looks for the file.
  if (Object.values(built).every((one) => one === undefined)) rmSync(stampOf(root), { force: true })
  else writeFileSync(stampOf(root), JSON.stringify(built))
}
