import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergeSameChunks } from './sameChunks'

let server: string
const inside = (file: string) => path.join(server, file)
const read = (file: string) => readFileSync(inside(file), 'utf8')

function write(file: string, text: string): void {
  mkdirSync(path.dirname(inside(file)), { recursive: true })
  writeFileSync(inside(file), text)
}

beforeEach(() => {
  server = mkdtempSync(path.join(tmpdir(), 'scim-chunks-'))
  write('chunks/[root]__1._.js', 'module.exports=[1,payload]\n//# sourceMappingURL=1._.js.map')
  write('chunks/[root]__2._.js', 'module.exports=[1,payload]\n//# sourceMappingURL=2._.js.map')
  write('chunks/ssr/[root]__3._.js', 'module.exports=[1,payload]')
  write('chunks/other.js', 'module.exports=[2,other]')
  write('app/one/route.js', 'R.c("server/chunks/[root]__1._.js")')
  write('app/two/route.js', 'R.c("server/chunks/[root]__2._.js")\nR.c("server/chunks/other.js")')
  write('app/two/route.js.nft.json', '["../../chunks/[root]__2._.js"]')
  write('app/page.js', 'R.c("server/chunks/ssr/[root]__3._.js")')
})
afterEach(() => rmSync(server, { recursive: true }))

test('of two same chunks one stays, and every route loads this one', () => {
  expect(mergeSameChunks(server)).toBe(1)
  expect(existsSync(inside('chunks/[root]__1._.js'))).toBe(true)
  expect(existsSync(inside('chunks/[root]__2._.js'))).toBe(false)
  expect(read('app/one/route.js')).toBe('R.c("server/chunks/[root]__1._.js")')
  expect(read('app/two/route.js')).toBe(
    'R.c("server/chunks/[root]__1._.js")\nR.c("server/chunks/other.js")',
  )
  expect(read('app/two/route.js.nft.json')).toBe('["../../chunks/[root]__1._.js"]')
})

test('those of pages and of routes stay apart: they are loaded by different runtimes', () => {
  mergeSameChunks(server)
  expect(read('app/page.js')).toBe('R.c("server/chunks/ssr/[root]__3._.js")')
  expect(existsSync(inside('chunks/ssr/[root]__3._.js'))).toBe(true)
})

test('a second time there is nothing left to do', () => {
  mergeSameChunks(server)
  expect(mergeSameChunks(server)).toBe(0)
})
