import { existsSync, readdirSync, readFileSync } from 'node:fs'
import {
  appendFile,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { inData, inRoot } from '@/scripts/paths'
import { sourceHash, stamp } from '@/scripts/sources.mjs'

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

/**
 * @param shared whether what it keeps under `.data` is ours, as with releases side by side
 * @returns its folder
 */
export async function makeOtherBuild(shared: boolean): Promise<string> {
  const folder = inData('torture-other')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const name of COPIED) await cp(inRoot(name), path.join(folder, name), { recursive: true })
  for (const name of ['node_modules', ...(shared ? ['.data'] : [])])
    await symlink(inRoot(name), path.join(folder, name), 'dir')
  await appendFile(path.join(folder, 'public', 'portal.js'), '// another build\n')
  await copyRenamed(inRoot('.next'), path.join(folder, '.next'), newNames())
  for (const part of ['pages', 'programs'] as const) stamp(part, sourceHash(part, folder), folder)
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

async function copyRenamed(from: string, to: string, names: Names): Promise<void> {
  const any = new RegExp([...names.keys()].join('|'), 'g')
  const renamed = (text: string) => text.replace(any, (name) => names.get(name) ?? name)
  const copy = async (source: string, target: string) => {
    if ((await lstat(source)).isDirectory()) {
      await mkdir(target, { recursive: true })
      for (const name of await readdir(source))
        if (source !== from || name !== 'cache')
          await copy(path.join(source, name), path.join(target, renamed(name)))
    } else if (TEXT.test(source) || path.basename(source) === 'BUILD_ID')
      await writeFile(target, renamed(await readFile(source, 'utf8')))
    else if (!source.endsWith('.map')) await cp(source, target, { verbatimSymlinks: true })
  }
  await copy(from, to)
  if (!existsSync(path.join(to, 'BUILD_ID'))) throw new Error('the copy has no build id')
}
