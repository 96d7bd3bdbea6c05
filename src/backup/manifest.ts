import { z } from 'zod'

/** The first entry of a backup: what is in it, so that what comes back can be counted and compared. */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const schema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int().min(0),
      bytes: z.number().int().min(0),
      sha256,
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  media: z.array(z.object({ name: z.string(), bytes: z.number().int().min(0), sha256 })),
})

export type Manifest = z.infer<typeof schema>
export type TableEntry = Manifest['tables'][number]
export type MediaEntry = Manifest['media'][number]

export const MANIFEST = 'manifest.json'
export const tableFile = (name: string) => `tables/${name}.copy`
export const mediaFile = (name: string) => `media/${name}`

/** @returns null for anything that is not the manifest of a backup this program can read */
export function readManifest(text: string): Manifest | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null // Not even JSON: the same answer.
  }
}

export const rowsIn = (manifest: Manifest) =>
  manifest.tables.reduce((sum, { rows }) => sum + rows, 0)
