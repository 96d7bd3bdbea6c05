import { rmSync } from 'node:fs'
import { build, type BuildOptions } from 'esbuild'
import { inRoot } from './paths'
import { sourceHash, stamp } from './sources.mjs'

/** Two folders below the root, as the sources are: see paths.ts. */
const FOLDER = inRoot('.next', 'programs')
/** What runs for long, and in more than one place: see launch.mjs. */
const PROGRAMS = ['start', 'worker', 'migrate']
/** What they start as a thread, found beside them. */
const THREADS = [inRoot('src', 'worker', 'calendarThread.ts')]

/** Packages are left where they are. */
export const compiling = (names: readonly string[]) =>
  ({
    entryPoints: names.map((name) => inRoot('src', 'scripts', `${name}.ts`)),
    outdir: FOLDER,
    entryNames: '[name]',
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

/** All of production, in one folder. */
export function compilingAll(): BuildOptions & { entryPoints: string[] } {
  const { entryPoints, ...options } = compiling(PROGRAMS)
  return { ...options, entryPoints: [...entryPoints, ...THREADS] }
}

/** Compiles the programs of production. */
export async function compilePrograms(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true })
  const sources = sourceHash('programs')
  await build(compilingAll())
  stamp('programs', sources)
}
