import { accessSync, constants, mkdirSync } from 'node:fs'

const ENTER_AND_WRITE = constants.W_OK | constants.X_OK

/**
 * Makes a folder, or makes sure that it is ours: one that an earlier run left as another user would
 * be noticed in the middle of the work.
 * @throws with the folder's path, which `explain` tells in one line
 */
export function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
  accessSync(folder, ENTER_AND_WRITE)
}
