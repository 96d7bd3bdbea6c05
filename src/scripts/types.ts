import { run } from './process'

type Options = Parameters<typeof run>[2]

/**
 * Checks the types of everything, the pages' exports against what Next calls them with too. A build
 * does not check them again. @returns the exit code
 */
export async function checkTypes(options?: Options): Promise<number> {
  const node = (...args: string[]) => run(process.execPath, args, options)
  const code = await node('node_modules/next/dist/bin/next', 'typegen')
  return code === 0 ? node('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.') : code
}
