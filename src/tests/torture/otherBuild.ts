import {
  appendFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { inData, inRoot } from '@/scripts/paths'

/**
 * A second release of the same program, as the next build would be: another build id, other names for
 * every script and style, another script of the pages. Made by copying, for a build takes minutes.
 */

const COPIED = [
  'src',
  'migrations',
  'public',
  'package.json',
  'tsconfig.json',
  'next.config.ts',
  'payload.config.ts',
]
const TEXT = /\.(js|mjs|json|html|rsc|txt|css|body|meta)$/

/** @returns its folder; what it keeps under `.data` is ours, as with releases side by side */
export function makeOtherBuild(): string {
  const folder = inData('torture-other')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of COPIED) cpSync(inRoot(name), path.join(folder, name), { recursive: true })
  for (const name of ['node_modules', '.data'])
    symlinkSync(inRoot(name), path.join(folder, name), 'dir')
  appendFileSync(path.join(folder, 'public', 'portal.js'), '// another build\n')
  copyRenamed(inRoot('.next'), path.join(folder, '.next'), newNames())
  return folder
}

type Names = ReadonlyMap<string, string>

function newNames(): Names {
  const id = readFileSync(inRoot('.next', 'BUILD_ID'), 'utf8').trim()
  const chunks = readdirSync(inRoot('.next', 'static', 'chunks'))
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file) => path.parse(file).name)
  return new Map([id, ...chunks].map((name) => [name, `${name.slice(0, -1)}_other`]))
}

function copyRenamed(from: string, to: string, names: Names): void {
  const any = new RegExp([...names.keys()].join('|'), 'g')
  const renamed = (text: string) => text.replace(any, (name) => names.get(name) ?? name)
  const copy = (source: string, target: string) => {
    if (lstatSync(source).isDirectory()) {
      mkdirSync(target, { recursive: true })
      for (const name of readdirSync(source))
        if (source !== from || name !== 'cache')
          copy(path.join(source, name), path.join(target, renamed(name)))
    } else if (TEXT.test(source) || path.basename(source) === 'BUILD_ID')
      writeFileSync(target, renamed(readFileSync(source, 'utf8')))
    else if (!source.endsWith('.map')) cpSync(source, target, { verbatimSymlinks: true })
  }
  copy(from, to)
  if (!existsSync(path.join(to, 'BUILD_ID'))) throw new Error('the copy has no build id')
}
