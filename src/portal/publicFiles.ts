import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A script's address changes with its content, so browsers keep it for ever. */
function addressOf(name: string): string {
  const content = readFileSync(path.resolve('public', name))
  return `/${name}?v=${createHash('sha256').update(content).digest('hex').slice(0, 10)}`
}

/** The pages' script. */
export const SCRIPT = addressOf('portal.js')

/** Solves what portal/proofOfWork asks. */
export const PROOF_SCRIPT = addressOf('preuve.js')
