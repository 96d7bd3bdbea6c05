import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { addDays, localDay, type Day } from '@/domain/zone'

/** The nightly backups in one folder, one file a day. */

export type Kept = { day: Day; file: string; bytes: number; madeAt: Date }

const KEPT_DAYS = 7
const NAME = /^scim-(\d{4}-\d\d-\d\d)\.tar\.gz$/
const TWO_HOURS = 2 * 3_600_000

/** Newest first; none where there is no folder. */
export function keptBackups(folder: string): Kept[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  return names
    .flatMap((name) => {
      const day = NAME.exec(name)?.[1]
      if (!day) return []
      const file = path.join(folder, name)
      const { size, mtime } = statSync(file)
      return [{ day, file, bytes: size, madeAt: mtime }]
    })
    .sort((one, other) => other.day.localeCompare(one.day))
}

/** The night a backup is due for: it begins at two in the morning of the place. */
export const nightOf = (now: Date, zone: string): Day =>
  localDay(new Date(now.getTime() - TWO_HOURS), zone)

export const fileOf = (folder: string, night: Day) => path.join(folder, `scim-${night}.tar.gz`)

/** Removes what is older than seven days, but never the newest. */
export function dropOldBackups(folder: string, night: Day): void {
  const oldest = addDays(night, 1 - KEPT_DAYS)
  for (const { day, file } of keptBackups(folder).slice(1)) if (day < oldest) rmSync(file)
}
