import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inRoot } from './paths'
import { isFresh, sourceHash, stamp } from './sources.mjs'

/** A program is started on a machine where every core is busy. */
const PATIENCE = 120_000

let root: string

function write(file: string, text: string): void {
  const whole = path.join(root, ...file.split('/'))
  mkdirSync(path.dirname(whole), { recursive: true })
  writeFileSync(whole, text)
}

function launch(...args: string[]): string {
  const file = path.join(root, 'src', 'scripts', 'launch.mjs')
  const { stdout, stderr } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' })
  return stdout + stderr
}

const build = () => {
  for (const part of ['pages', 'programs'] as const) stamp(part, sourceHash(part, root), root)
}

/** A small house: one command, compiled once, and what a site is built from. */
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'scim-launch-'))
  for (const name of ['launch.mjs', 'sources.mjs'])
    cpSync(inRoot('src', 'scripts', name), path.join(root, 'src', 'scripts', name), {
      recursive: true,
    })
  symlinkSync(inRoot('node_modules'), path.join(root, 'node_modules'), 'dir')
  write('package.json', '{ "type": "module" }')
  write('src/domain/status.ts', 'export const label = "En attente"')
  write(
    'src/scripts/hello.ts',
    'console.log("from the sources", process.argv.slice(2) satisfies string[])',
  )
  write('.next/programs/hello.mjs', 'console.log("compiled", process.argv.slice(2))')
  build()
})
afterEach(() => rmSync(root, { recursive: true }))

test(
  'a compiled command is taken while its sources are what was built, and never afterwards',
  () => {
    expect(launch('hello', 'file.tar.gz')).toBe("compiled [ 'file.tar.gz' ]\n")
    write('src/domain/status.ts', 'export const label = "Confirmée"')
    expect(launch('hello', 'file.tar.gz')).toBe("from the sources [ 'file.tar.gz' ]\n")
  },
  PATIENCE,
)

test('a changed rule makes pages and programs stale', () => {
  write('src/domain/status.ts', 'export const label = "Confirmée"')
  expect([isFresh('pages', root), isFresh('programs', root)]).toEqual([false, false])
})

test('a changed command or migration leaves the pages as they are', () => {
  for (const file of ['src/scripts/hello.ts', 'migrations/20270101_000000_more.ts']) {
    write(file, 'export {}')
    expect([isFresh('pages', root), isFresh('programs', root)]).toEqual([true, false])
    build()
  }
})

test('a test is part of no build', () => {
  write('src/domain/status.test.ts', 'export {}')
  write('src/tests/support/given.ts', 'export {}')
  expect([isFresh('pages', root), isFresh('programs', root)]).toEqual([true, true])
})

test('a build that was begun anew leaves no stamp: whoever looks for it builds again', () => {
  for (const part of ['pages', 'programs'] as const) stamp(part, null, root)
  expect(existsSync(path.join(root, '.next', 'scim-build.json'))).toBe(false)
})

test('where nothing was built nothing is fresh', () => {
  rmSync(path.join(root, '.next'), { recursive: true })
  expect([isFresh('pages', root), isFresh('programs', root)]).toEqual([false, false])
})

test(
  'a command that npm started ends when the shell between them is gone',
  async () => {
    write('src/scripts/stay.ts', 'setInterval(() => undefined, 1_000); console.log("here")')
    const file = path.join(root, 'src', 'scripts', 'launch.mjs')
    // The second command keeps the shell from becoming the first one.
    const shell = spawn('/bin/sh', ['-c', `"${process.execPath}" "${file}" stay; true`], {
      env: { NODE_ENV: 'test', npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(shell.stdout, 'data')
    // Only the command is left to hold it open.
    const closed = once(shell.stdout, 'close')
    shell.kill('SIGTERM')
    await closed
    expect(shell.signalCode).toBe('SIGTERM')
  },
  PATIENCE,
)
