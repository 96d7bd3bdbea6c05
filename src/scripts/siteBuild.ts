import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { stop } from 'esbuild'
import { keptSecret } from './keptSecret'
import { minifyChunks } from './minifyChunks'
import { inData, inRoot } from './paths'
import { run } from './process'
import { compilePrograms } from './programs'
import { mergeSameChunks } from './sameChunks'
import { settingsWith } from './settings'
import { isFresh, sourceHash, stamp } from './sources.mjs'

const arePagesFresh = () => existsSync(inRoot('.next', 'BUILD_ID')) && isFresh('pages')

/** Whether all that `.next` holds was built from the sources as they are now. */
export const isBuildFresh = () => arePagesFresh() && isFresh('programs')

/**
 * Builds what is stale of the site.
 * @param onOutput takes what Next says; without it Next speaks for itself
 * @returns the exit code
 */
export async function buildSite(onOutput?: (text: string) => void): Promise<number> {
  const code = arePagesFresh() ? 0 : await buildPages(onOutput)
  if (code === 0 && !isFresh('programs')) await compilePrograms()
  // The compiler's own process would live as long as ours, which may be a demo.
  await stop()
  return code
}

/** Builds all of it, whatever is there. See buildSite. */
export function buildAll(onOutput?: (text: string) => void): Promise<number> {
  for (const part of ['pages', 'programs'] as const) stamp(part, null)
  return buildSite(onOutput)
}

/** Builds the pages and stamps them with their sources. @returns the exit code */
async function buildPages(onOutput?: (text: string) => void): Promise<number> {
  stamp('pages', null)
  const sources = sourceHash('pages')
  const { actionsKey = keptActionsKey() } = await settingsWith()
  const code = await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    onOutput,
    env: { NODE_ENV: 'production', NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey },
  })
  if (code !== 0) return code
  mergeSameChunks(inRoot('.next', 'server'))
  await minifyChunks(inRoot('.next', 'server'))
  stamp('pages', sources)
  return 0
}

const keptActionsKey = () =>
  keptSecret(inData('actions-key'), () => randomBytes(32).toString('base64'))
