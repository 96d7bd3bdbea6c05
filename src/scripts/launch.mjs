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

process.argv = [node, file, ...rest]
if (!asBuilt) await import('tsx')
await import(pathToFileURL(file).href)
