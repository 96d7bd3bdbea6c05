import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CannotRun } from './command'
import { keptSecret } from './keptSecret'

const folder = mkdtempSync(path.join(tmpdir(), 'scim-secret-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a secret is made once, kept, and read by its owner only', () => {
  const file = path.join(folder, 'made', 'secret')
  const secret = keptSecret(file)
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(keptSecret(file)).toBe(secret)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(path.dirname(file))).toEqual(['secret'])
})

test('a file that was emptied is not replaced in silence, and leaves nothing beside it', () => {
  const file = path.join(folder, 'emptied')
  writeFileSync(file, '\n')
  expect(() => keptSecret(file)).toThrow(
    new CannotRun(`${file} is empty: put back what it held, or remove it for a new secret.`),
  )
  expect(readdirSync(folder).filter((name) => name.startsWith('emptied'))).toEqual(['emptied'])
})
