import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { explain } from './command'

const folder = mkdtempSync(path.join(tmpdir(), 'scim-command-'))
const file = path.join(folder, 'file')
writeFileSync(file, '')
afterAll(() => rmSync(folder, { recursive: true }))

function told(work: () => unknown): string {
  try {
    work()
    return ''
  } catch (error) {
    return explain(error)
  }
}

test('a file in place of the data folder is told in one line', () => {
  const below = path.join(file, 'postgres')
  expect(told(() => readFileSync(below))).toBe(
    `Cannot use ${below}: a file stands where a folder should.`,
  )
  expect(told(() => mkdirSync(file))).toBe(
    `Cannot use ${file}: a file stands where a folder should.`,
  )
})

test('so is a folder in place of a file', () => {
  const answer = told(() => writeFileSync(folder, ''))
  expect(answer).toBe(`Cannot use ${folder}: a folder stands where a file should.`)
})

test('a full disk is told although a stream does not say where it wrote', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  })
  expect(explain(full)).toBe('Cannot write: the disk is full.')
})

test('what the database says is told without the statement and the values in it', () => {
  const cause = Object.assign(new Error('permission denied for schema public'), { code: '42501' })
  expect(explain(new Error('Failed query: insert … params: awa@example.com', { cause }))).toBe(
    'The database says: permission denied for schema public (42501).',
  )
})
