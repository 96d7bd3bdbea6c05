import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openShelf } from './shelf'

let root: string
let servers: Server[]

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'scim-shelf-'))
  servers = []
})
afterEach(() => {
  for (const server of servers) server.close()
  rmSync(root, { recursive: true })
})

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}

/** A release with one chunk and one script of the pages, and a server that has nothing but its shelf. */
async function release(name: string, chunk: string, script: { text: string; version: string }) {
  write(`${name}/static/chunks/${chunk}.js`, `chunk ${chunk}`)
  write(`${name}/public/portal.js`, script.text)
  const shelf = openShelf({
    folder: path.join(root, 'shelf'),
    build: path.join(root, name, 'static'),
    publicFolder: path.join(root, name, 'public'),
    versioned: [`/portal.js?v=${script.version}`],
  })
  const server = createServer((request, response) => {
    if (!shelf.serve(request, response)) response.writeHead(404).end('left to Next')
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // as: a server that listens on a port has one.
  const { port } = server.address() as AddressInfo
  return async (asked: string, init?: RequestInit) => {
    const answer = await fetch(`http://127.0.0.1:${port}${asked}`, init)
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }
}

const OLD = { text: 'old script', version: '0123456789' }
const NEW = { text: 'new script', version: 'abcdef0123' }

test('each of two builds has the files of the other, kept for ever, and leaves its own to Next', async () => {
  const old = await release('one', 'old-chunk', OLD)
  const fresh = await release('two', 'new-chunk', NEW)
  for (const [ask, chunk] of [
    [old, 'new-chunk'],
    [fresh, 'old-chunk'],
  ] as const) {
    const answer = await ask(`/_next/static/chunks/${chunk}.js`)
    expect([answer.status, answer.text]).toEqual([200, `chunk ${chunk}`])
    expect(answer.headers.get('content-type')).toBe('application/javascript; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-encoding')).toBe('gzip')
  }
  expect((await old('/_next/static/chunks/old-chunk.js')).text).toBe('left to Next')
})

test('an address with a version never answers with another content', async () => {
  const old = await release('one', 'a', OLD)
  const fresh = await release('two', 'b', NEW)
  for (const ask of [old, fresh]) {
    expect((await ask('/portal.js?v=0123456789')).text).toBe('old script')
    expect((await ask('/portal.js?v=abcdef0123')).text).toBe('new script')
    expect((await ask('/portal.js?v=ffffffffff')).text).toBe('left to Next')
  }
})

test('a build in place takes no file away from the server that runs', async () => {
  const ask = await release('one', 'old-chunk', OLD)
  rmSync(path.join(root, 'one'), { recursive: true })
  expect((await ask('/_next/static/chunks/old-chunk.js')).text).toBe('chunk old-chunk')
  expect((await ask('/portal.js?v=0123456789')).text).toBe('old script')
})

test('nothing but these files is served, and only to whoever reads', async () => {
  const ask = await release('one', 'a', OLD)
  write('shelf/secret', 'secret')
  rmSync(path.join(root, 'one'), { recursive: true })
  for (const asked of [
    '/_next/static/../secret',
    '/_next/static/%2e%2e/secret',
    '/_next/static/chunks/..%2f..%2f..%2fsecret',
    '/_next/static/chunks',
    '/_next/static/',
    '/shelf/secret',
  ])
    expect((await ask(asked)).status, asked).toBe(404)
  expect((await ask('/_next/static/chunks/a.js', { method: 'POST' })).status).toBe(404)
  const head = await ask('/_next/static/chunks/a.js', { method: 'HEAD' })
  expect([head.status, head.text]).toEqual([200, ''])
})

test('what no server has started with for a month is taken down', async () => {
  await release('one', 'old-chunk', OLD)
  const kept = path.join(root, 'shelf/build/chunks/old-chunk.js')
  const long = new Date(Date.now() - 31 * 86_400_000)
  utimesSync(kept, long, long)
  const ask = await release('two', 'new-chunk', NEW)
  expect((await ask('/_next/static/chunks/old-chunk.js')).status).toBe(404)
  expect((await ask('/portal.js?v=0123456789')).text).toBe('old script')
})
