import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inRoot } from './paths'

/** src/deploy/upgrade-containers.sh where docker and git only write down what they are asked. */

const SAYS = '#!/bin/bash\necho "$(basename "$0") $*" >> "$SAID"\n[ "$*" != "$FAILS" ] || exit 1\n'
const REPLACE = 'docker compose up --detach'

let root: string
const inside = (...parts: string[]) => path.join(root, ...parts)

function upgrade(fails = '', ...words: string[]) {
  const { status } = spawnSync(inside('src', 'deploy', 'upgrade-containers.sh'), words, {
    env: {
      PATH: `${inside('bin')}:/usr/bin:/bin`,
      SAID: inside('said'),
      FAILS: fails,
      NODE_ENV: 'test', // Next's types want it.
    },
  })
  return { status, said: readFileSync(inside('said'), 'utf8').trim().split('\n') }
}

// Where containers run: elsewhere nothing runs this script.
describe.runIf(process.platform === 'linux')('upgrade-containers.sh', () => {
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'scim-containers-'))
    mkdirSync(inside('bin'))
    for (const program of ['docker', 'git'])
      writeFileSync(inside('bin', program), SAYS, { mode: 0o755 })
    cpSync(inRoot('src', 'deploy'), inside('src', 'deploy'), { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  test('the image is built and the tables change while the old servers run, then these are replaced', () => {
    const { status, said } = upgrade('', '--pull')
    expect(status).toBe(0)
    expect(said.slice(0, 4)).toEqual([
      'git pull --ff-only',
      'docker compose build --pull',
      'docker compose run --rm -T --no-deps migrate',
      REPLACE,
    ])
  })

  test.each(['pull --ff-only', 'compose build', 'compose run --rm -T --no-deps migrate'])(
    'where "%s" fails nothing that runs is touched',
    (step) => {
      const { status, said } = upgrade(step)
      expect(status).toBe(1)
      expect(said).not.toContain(REPLACE)
      expect(said.at(-1)).toContain(step)
    },
  )
})
