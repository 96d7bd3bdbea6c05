import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

/** A small disk of memory for the database, so that it can run full. Mounting takes root. */

export type Disk = { fill(): void; free(): void; unmount(): void }

const SIZE = '700m'
const CHUNK = Buffer.alloc(1024 * 1024, 1)

/** @returns null where nothing can be mounted: the database then lies on the common disk */
export function mountDisk(folder: string): Disk | null {
  mkdirSync(folder, { recursive: true })
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder])
  if (mounted.status !== 0) return null
  const filler = path.join(folder, 'filler')
  return {
    fill: () => {
      const file = openSync(filler, 'a')
      try {
        for (;;) writeSync(file, CHUNK)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler, { force: true }),
    unmount: () => {
      spawnSync('umount', [folder])
      rmdirSync(folder)
    },
  }
}
