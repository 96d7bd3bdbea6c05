import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The pages' script. Its address changes with its content, so browsers keep it for ever. */
const content = readFileSync(path.resolve('public/portal.js'))

export const SCRIPT = `/portal.js?v=${createHash('sha256').update(content).digest('hex').slice(0, 10)}`
