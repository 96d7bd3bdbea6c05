import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's own folder, wherever the command was typed. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** What the commands keep between two runs; never committed. */
export const DATA = path.join(ROOT, '.data')

export const inRoot = (...parts: string[]) => path.join(ROOT, ...parts)
export const inData = (...parts: string[]) => path.join(DATA, ...parts)

/** The password the demo data was loaded with, for the next start to show. */
export const DEMO_PASSWORD = inData('demo-password')

/** Uploaded photos; where the collection `media` keeps them. */
export const MEDIA = inData('media')

/** The nightly backups of the demo. */
export const BACKUPS = inData('backups')
