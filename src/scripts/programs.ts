import { rmSync } from 'node:fs'
import { build, type BuildOptions } from 'esbuild'
import { inRoot } from './paths'
import { sourceHash, stamp } from './sources.mjs'

/** Two folders below the root, as the sources are: see paths.ts. */
const FOLDER = inRoot('.next', 'programs')
/** What runs for long, and in more than one place: see launch.mjs. */
const PROGRAMS = ['start', 'worker', 'migrate']

/** Packages are left where they are. */
export const compiling = (names: readonly string[]) =>
  ({
    entryPoints: names.map((name) => inRoot('src', 'scripts', `${name}.ts`)),
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
  }) satisfies BuildOptions

/** Compiles the programs of production. */
export async function compilePrograms(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true })
  const sources = sourceHash('programs')
  await build(compiling(PROGRAMS))
  stamp('programs', sources)
}
