import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { inRoot } from './paths'

type Locked = { version?: string; peerDependencies?: Record<string, string> }
// as: npm's own format.
const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
// as: it comes with eslint and sharp, and has no types.
const { satisfies } = createRequire(import.meta.url)('semver') as {
  satisfies(version: string, range: string): boolean
}

/** What `require` would find from a package's own place: beside it, or further up. */
function found(place: string, name: string): Locked | undefined {
  const at = place.lastIndexOf('node_modules/')
  if (at < 0) return undefined
  const beside = place.slice(0, at)
  return packages[`${beside}node_modules/${name}`] ?? found(beside.replace(/\/$/, ''), name)
}

// npm 10, which comes with Node 20 and 22, counts an optional peer of another version as missing, and
// `npm ci` refuses the lock file; npm 11 writes and accepts such a file without a word.
test('every peer that a package finds, optional ones too, is of a version it can use', () => {
  const unfit = Object.entries(packages).flatMap(([place, { peerDependencies = {} }]) =>
    Object.entries(peerDependencies).flatMap(([name, range]) => {
      const version = found(place, name)?.version
      return version && !satisfies(version, range) ? [`${place}: ${name}@${version}`] : []
    }),
  )
  expect(Object.keys(packages).length).toBeGreaterThan(500)
  expect(unfit).toEqual([])
})
