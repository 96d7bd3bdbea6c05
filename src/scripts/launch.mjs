import path from 'node:path'
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isFresh } from './sources.mjs'

/**
 * Starts a command of ours: `node --conditions=production src/scripts/launch.mjs NAME …`. What `npm run
 * build` compiled starts in half the time, and is taken only while its sources are what was built;
 * everything else runs from its sources, by tsx.
 */
const here = path.dirname(fileURLToPath(import.meta.url))
const [node, , name, ...rest] = process.argv
const compiled = path.join(here, '..', '..', '.next', 'programs', `${name}.mjs`)
const asBuilt = existsSync(compiled) && isFresh('programs')
const file = asBuilt ? compiled : path.join(here, `${name}.ts`)

// A SIGTERM to npm ends the shell between npm and us, which passes nothing on: nobody else would
// tell us, and the port would be taken for ever.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

process.argv = [node, file, ...rest]
if (!asBuilt) await import('tsx')
await import(pathToFileURL(file).href)
