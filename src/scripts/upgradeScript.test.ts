import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inRoot } from './paths'

/** Many small programs are started, which takes its time where every core is busy. */
const PATIENCE = 300_000

/** src/deploy/upgrade.sh on a machine whose npm, systemctl and curl only write down what they are asked. */

const SAYS = 'echo "$(basename "$0") $* in $(basename "$PWD")" >> "$SAID"\n'
const SEVERAL = ['scim-web@3001.service', 'scim-web@3002.service', 'scim-worker.service']
const PROGRAMS = {
  npm: `${SAYS}[ "$*" != "$FAILS" ] || exit 1
    if [ "$*" = "run build" ]; then mkdir -p .next && touch .next/scim-build.json; fi`,
  systemctl: `if [ "$1" = list-units ]; then
    printf '%s loaded active running\\n' $UNITS; else ${SAYS} fi`,
  curl: `${SAYS}[ curl != "$FAILS" ] || exit 22`,
}

let root: string

const inside = (...parts: string[]) => path.join(root, ...parts)

function run(program: string, args: string[], cwd: string, env: Record<string, string> = {}) {
  const answer = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: {
      // The script finds git, npm and bash as its caller does.
      ...process.env,
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com',
      ...env,
    },
  })
  return { code: answer.status, text: answer.stdout + answer.stderr }
}

const git = (folder: string, ...args: string[]) => {
  const { code, text } = run('git', args, inside(folder))
  if (code !== 0) throw new Error(text)
  return text.trim()
}

/** A new commit at the place that is pulled from. @returns its name, as releases bear it */
function commit(): string {
  git('origin', 'commit', '--allow-empty', '-qm', 'a change')
  return git('origin', 'rev-parse', '--short=12', 'HEAD')
}

function upgrade(fails = '', units = SEVERAL) {
  rmSync(inside('said'), { force: true })
  const { code, text } = run(
    'bash',
    ['-c', 'umask 077; exec bash "$0"', inside('upgrade.sh')],
    root,
    {
      PATH: `${inside('bin')}:${process.env.PATH}`,
      SCIM_HOME: root,
      SAID: inside('said'),
      FAILS: fails,
      UNITS: units.join(' '),
    },
  )
  const said = existsSync(inside('said')) ? readFileSync(inside('said'), 'utf8') : ''
  return { code, text, said: said.trim().split('\n') }
}

const runs = () => path.basename(readlinkSync(inside('current')))

// Where systemd is: elsewhere nothing runs this script.
describe.runIf(process.platform === 'linux')('upgrade.sh', () => {
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'scim-upgrade-'))
    for (const folder of ['bin', 'origin']) mkdirSync(inside(folder))
    for (const [name, text] of Object.entries(PROGRAMS))
      writeFileSync(inside('bin', name), `#!/bin/bash\n${text}\n`, { mode: 0o755 })
    cpSync(inRoot('src', 'deploy', 'upgrade.sh'), inside('upgrade.sh'))
    writeFileSync(inside('.env'), '')
    git('origin', 'init', '-q')
    writeFileSync(inside('origin', 'package.json'), '{}')
    git('origin', 'add', '.')
    git('origin', 'commit', '-qm', 'the first')
    git('.', 'clone', '-q', 'origin', 'repo')
  }, PATIENCE)
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  test(
    'a release is built and migrated in its own folder, then one server after the other is replaced',
    () => {
      const release = commit()
      const { code, said } = upgrade()
      expect({ code, said }).toEqual({
        code: 0,
        said: [
          `npm ci in ${release}`,
          `npm run build in ${release}`,
          `npm run migrate in ${release}`,
          `systemctl restart scim-web@3001.service in ${release}`,
          expect.stringMatching(/^curl .*http:\/\/127\.0\.0\.1:3001\/readyz in /),
          `systemctl restart scim-web@3002.service in ${release}`,
          expect.stringMatching(/^curl .*http:\/\/127\.0\.0\.1:3002\/readyz in /),
          `systemctl restart scim-worker.service in ${release}`,
        ],
      })
      expect(runs()).toBe(release)
      expect(readlinkSync(inside('current', '.data'))).toBe(inside('data'))
      expect(readlinkSync(inside('current', '.env'))).toBe(inside('.env'))
      // Also for a careful administrator, for the servers are not root.
      expect(statSync(inside('current', 'package.json')).mode & 0o444).toBe(0o444)
      expect(statSync(inside('releases', release)).mode & 0o555).toBe(0o555)
    },
    PATIENCE,
  )

  test(
    'where a step fails nothing that runs is touched',
    () => {
      const old = commit()
      upgrade()
      const next = commit()
      const failed = upgrade('run migrate')
      expect(failed.code).toBe(1)
      expect(failed.said.filter((line) => line.startsWith('systemctl'))).toEqual([])
      expect(runs()).toBe(old)
      expect(upgrade().code).toBe(0)
      expect(runs()).toBe(next)
    },
    PATIENCE,
  )

  test.each([
    ['', 3000],
    ['PORT=8080\n', 8080],
  ])(
    'the only server is waited for where the settings "%s" put it',
    (settings, port) => {
      writeFileSync(inside('.env'), settings)
      commit()
      const { said } = upgrade('', ['scim.service'])
      expect(said.at(-1)).toContain(` http://127.0.0.1:${port}/readyz in `)
    },
    PATIENCE,
  )

  test(
    'a server that does not come back is named, and the next one is left alone',
    () => {
      commit()
      const { code, text, said } = upgrade('curl')
      expect(code).toBe(1)
      expect(text).toContain('scim-web@3001.service is not ready')
      expect(said.filter((line) => line.startsWith('systemctl'))).toHaveLength(1)
    },
    PATIENCE,
  )

  test(
    'three releases are kept: the one that runs, and the two before it',
    () => {
      for (const [age, name] of ['newer', 'old', 'older', 'oldest'].entries()) {
        mkdirSync(inside('releases', name), { recursive: true })
        const built = new Date(Date.now() - (age + 1) * 86_400_000)
        utimesSync(inside('releases', name), built, built)
      }
      const release = commit()
      expect(upgrade().code).toBe(0)
      expect(readdirSync(inside('releases')).sort()).toEqual([release, 'newer', 'old'].sort())
      expect(runs()).toBe(release)
    },
    PATIENCE,
  )
})
