import { accessSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { explain } from './command'
import { ownFolder } from './ownFolder'

// Spied upon: root, who may run this, is refused nothing.
vi.mock('node:fs', { spy: true })

const folder = mkdtempSync(path.join(tmpdir(), 'scim-folder-'))
afterAll(() => rmSync(folder, { recursive: true }))

function told(place: string): string {
  try {
    ownFolder(place)
    return ''
  } catch (error) {
    return explain(error)
  }
}

test('a folder is made, and one that is there is kept', () => {
  const place = path.join(folder, 'data', 'media')
  expect([told(place), told(place)]).toEqual(['', ''])
  expect(statSync(place).isDirectory()).toBe(true)
})

test('one of another user, or a file in its place, is told in one line', () => {
  const file = path.join(folder, 'file')
  writeFileSync(file, '')
  expect(told(file)).toBe(`Cannot use ${file}: a file stands where a folder should.`)
  vi.mocked(accessSync).mockImplementationOnce((place) => {
    throw Object.assign(new Error('EACCES'), { code: 'EACCES', path: String(place) })
  })
  expect(told(folder)).toBe(`Cannot use ${folder}: permission denied.`)
})
