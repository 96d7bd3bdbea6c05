import { rmSync } from 'node:fs'
import { build } from 'esbuild'
import { inRoot } from './paths'
import { sourceHash, stamp } from './sources.mjs'

/** Two folders below the root, as the sources are: see paths.ts. */
const FOLDER = inRoot('.next', 'programs')
/** What runs for long, and in more than one place: see launch.mjs. */
const PROGRAMS = ['start', 'worker', 'migrate']

/** Compiles the programs of production, packages left where they are. */
export async function compilePrograms(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true })
  const sources = sourceHash('programs')
  await build({
    entryPoints: PROGRAMS.map((name) => inRoot('src', 'scripts', `${name}.ts`)),
    outdir: FOLDER,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    tsconfig: inRoot('tsconfig.json'),
    logLevel: 'error',
  })
  stamp('programs', sources)
}
