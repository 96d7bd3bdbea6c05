import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CannotRun } from './command'

/**
 * A secret made once and read ever after. The file is readable by its owner only.
 * @param file where it is kept
 * @param make what to keep the first time; 32 random bytes, base64url, unless told
 */
export function keptSecret(
  file: string,
  make: () => string = () => randomBytes(32).toString('base64url'),
): string {
  const known = readKept(file)
  if (known) return known
  mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.new-${process.pid}`
  writeFileSync(draft, `${make()}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file) // Fails when another process was first: then that one's secret counts.
  } catch (error) {
    if (!readKept(file)) throw isEmpty(file) ? emptied(file) : error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}

const isEmpty = (file: string) => existsSync(file) && readKept(file) === null

/** Not replaced in silence: links, sessions or the database may still need what stood there. */
const emptied = (file: string) =>
  new CannotRun(`${file} is empty: put back what it held, or remove it for a new secret.`)

function readKept(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** A password a person can type: five groups of four, about 100 bits. */
export function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const picked = [...randomBytes(20)].map((byte) => letters[byte % letters.length])
  return picked.join('').replace(/(.{4})(?=.)/g, '$1-')
}
