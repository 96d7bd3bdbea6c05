import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What names a chunk: entries, chunks that load others, manifests. */
const NAMING = /\.(js|json)$/
/** The one line in which the same chunks differ: it names a source map that is not written. */
const OWN_NAME = /\n\/\/# sourceMappingURL=\S+\s*$/

/**
 * Turbopack writes what dynamic imports can reach once for every route (vercel/next.js#98529): Payload
 * came fifteen times, and each start read and compiled all of them. One of the same chunks stays, and
 * whoever named another names this one.
 * @param server the folder of the server's files: `.next/server`
 * @returns how many were taken away
 */
export function mergeSameChunks(server: string): number {
  const files = filesIn(server).filter((file) => NAMING.test(file))
  const kept = new Map<string, string>()
  const renamed = new Map<string, string>()
  for (const file of files.filter((one) => one.startsWith('chunks/') && one.endsWith('.js'))) {
    const content = readFileSync(path.join(server, file), 'utf8').replace(OWN_NAME, '')
    // A chunk may name its neighbours: only within one folder do the same words mean the same.
    const key = createHash('sha256')
      .update(`${path.dirname(file)}\n`)
      .update(content)
      .digest('hex')
    const same = kept.get(key)
    if (same) renamed.set(file, same)
    else kept.set(key, file)
  }
  if (renamed.size === 0) return 0
  for (const file of renamed.keys()) rmSync(path.join(server, file))
  const anyName = new RegExp([...renamed.keys()].map(literally).join('|'), 'g')
  for (const file of files.filter((one) => !renamed.has(one))) {
    const text = readFileSync(path.join(server, file), 'utf8')
    const fixed = text.replace(anyName, (name) => renamed.get(name) ?? name)
    if (fixed !== text) writeFileSync(path.join(server, file), fixed)
  }
  return renamed.size
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** With slashes on every system, as chunks name each other. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort()
