import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { addDays, localDay, type Day } from '@/domain/zone'

/** The nightly backups in one folder, one file a day. */

export type Kept = { day: Day; file: string; bytes: number; madeAt: Date; whole: boolean }

/** Exit code of a backup without every photo, apart from 1, where there is none: cron and systemd tell of either. */
export const INCOMPLETE = 3

const KEPT_DAYS = 7
const NAME = /^scim-(\d{4}-\d\d-\d\d)(-incomplete)?\.tar\.gz$/
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
      const [, day, incomplete] = NAME.exec(name) ?? []
      if (!day) return []
      const file = path.join(folder, name)
      const { size, mtime } = statSync(file)
      return [{ day, file, bytes: size, madeAt: mtime, whole: !incomplete }]
    })
    .sort(
      (one, other) =>
        other.day.localeCompare(one.day) || other.madeAt.getTime() - one.madeAt.getTime(),
    )
}

/** The night a backup is due for: it begins at two in the morning of the place. */
export const nightOf = (now: Date, zone: string): Day =>
  localDay(new Date(now.getTime() - TWO_HOURS), zone)

/** @param whole whether it has every photo that the database names */
export const fileOf = (folder: string, night: Day, whole = true) =>
  path.join(folder, `scim-${night}${whole ? '' : '-incomplete'}.tar.gz`)

/**
 * Removes what is older than seven days, but never the newest, nor the newest whole one: nights
 * without the photos must not push out the last that has them.
 */
export function dropOldBackups(folder: string, night: Day): void {
  const oldest = addDays(night, 1 - KEPT_DAYS)
  const [newest, ...others] = keptBackups(folder)
  const lastWhole = newest?.whole ? newest : others.find(({ whole }) => whole)
  for (const kept of others) if (kept.day < oldest && kept !== lastWhole) rmSync(kept.file)
}
