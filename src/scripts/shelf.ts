import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/**
 * Files whose address names their content, of every build that ran on this `.data` lately. While an
 * upgrade goes on, a page of one build loads its files from a server of the other, and a tab may be
 * open since yesterday; under the old address nobody may get the new content, for it is kept for ever.
 */
export type Shelf = {
  /** Answers the request if it asks for a file that only the shelf has. */
  serve(request: IncomingMessage, response: ServerResponse): boolean
}

type Places = {
  /** Where the shelf is. */
  folder: string
  /** The files of the build that runs: what stands under `/_next/static/`. */
  build: string
  /** Where files with a version in their address lie, and these addresses: `/portal.js?v=…`. */
  publicFolder: string
  versioned: string[]
}

const KEPT_FOR = 30 * 86_400_000
const BUILD_FILE = /^\/_next\/static\/([\w.~-]+(?:\/[\w.~-]+)*)$/
const VERSIONED_FILE = /^\/([\w-]+\.js)\?v=([0-9a-f]{10})$/
const TYPES: Record<string, string> = {
  '.js': 'application/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Puts the running build on the shelf, and takes down what no server has started with for a month. */
export function openShelf({ folder, build, publicFolder, versioned }: Places): Shelf {
  const own = new Set(filesIn(build))
  for (const name of own) keep(path.join(build, name), path.join(folder, 'build', name))
  for (const address of versioned) {
    const [, name = '', version = ''] = VERSIONED_FILE.exec(address) ?? []
    keep(path.join(publicFolder, name), path.join(folder, 'versions', version, name))
  }
  for (const name of filesIn(folder)) {
    const file = path.join(folder, name)
    const found = statSync(file, { throwIfNoEntry: false }) // Another start may clear up as well.
    if (found && Date.now() - found.mtimeMs > KEPT_FOR) rmSync(file, { force: true })
  }

  const keptFor = (url: string): string | null => {
    const [, name] = BUILD_FILE.exec(url.split('?')[0] ?? '') ?? []
    // A build in place takes the files of this one away.
    if (name && !(own.has(name) && existsSync(path.join(build, name))))
      return path.join(folder, 'build', name)
    const [, script, version] = VERSIONED_FILE.exec(url) ?? []
    return script && version ? path.join(folder, 'versions', version, script) : null
  }
  return {
    serve: ({ method, url = '', headers }, response) => {
      if (method !== 'GET' && method !== 'HEAD') return false
      const file = keptFor(url)
      if (!file || file.includes('..') || !isFile(file)) return false
      const gzip = /\bgzip\b/.test(headers['accept-encoding'] ?? '')
      response.writeHead(200, {
        'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        'Cache-Control': 'public, max-age=31536000, immutable',
        Vary: 'Accept-Encoding',
        ...(gzip ? { 'Content-Encoding': 'gzip' } : {}),
      })
      if (method === 'HEAD') response.end()
      // Half an answer must not look like a whole one.
      else void send(file, gzip, response).catch(() => response.destroy())
      return true
    },
  }
}

const send = (file: string, gzip: boolean, response: ServerResponse) =>
  gzip
    ? pipeline(createReadStream(file), createGzip(), response)
    : pipeline(createReadStream(file), response)

const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() === true

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    : []

/** Two servers may start at once: each writes its own draft, and either may stay. */
function keep(from: string, to: string): void {
  if (!existsSync(to)) {
    mkdirSync(path.dirname(to), { recursive: true })
    const draft = `${to}.${process.pid}`
    copyFileSync(from, draft)
    renameSync(draft, to)
  }
  const now = new Date()
  utimesSync(to, now, now)
}
