import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Writable } from 'node:stream'
import { readArchive } from './archive'
import { MANIFEST, mediaFile, readManifest, tableFile, type Manifest } from './manifest'
import { meter, type Measure } from './meter'

/** Why a file is no whole backup, in a sentence for the person who has it. */
export class BrokenBackup extends Error {}

type Expected = { bytes: number; sha256: string; rows?: number }

const expectedOf = (manifest: Manifest) =>
  new Map<string, Expected>([
    ...manifest.tables.map((table) => [tableFile(table.name), table] as const),
    ...manifest.media.map((media) => [mediaFile(media.name), media] as const),
  ])

const isAsWritten = (wanted: Expected, found: Measure) =>
  wanted.bytes === found.bytes &&
  wanted.sha256 === found.sha256 &&
  (wanted.rows ?? found.lines) === found.lines

/**
 * Reads a backup whole and compares every entry with what its manifest says.
 * @param sinkOf what else to do with the bytes of each entry on the way
 * @throws BrokenBackup when something is missing, damaged or not ours
 */
export async function checkBackup(
  file: string,
  sinkOf: (name: string, manifest: Manifest) => Writable = () => nowhere(),
): Promise<Manifest> {
  let manifest: Manifest | null = null
  let missing = new Map<string, Expected>()
  const onEntry = async (name: string, stream: Readable) => {
    if (!manifest) {
      manifest = name === MANIFEST ? readManifest(await textOf(stream)) : null
      if (!manifest) throw new BrokenBackup('This is not a backup of this program.')
      missing = expectedOf(manifest)
      return
    }
    const wanted = missing.get(name)
    if (!wanted) throw new BrokenBackup(`The backup has an entry its list does not name: ${name}.`)
    const { stream: measured, measure } = meter()
    await pipeline(stream, measured, sinkOf(name, manifest))
    if (!isAsWritten(wanted, measure())) throw new BrokenBackup(`Damaged in the backup: ${name}.`)
    missing.delete(name)
  }
  await readArchive(file, onEntry).catch((error: unknown) => {
    throw unreadable(error)
  })
  // as: the callback above sets it; the compiler does not follow.
  const found = manifest as Manifest | null
  if (!found) throw new BrokenBackup('The backup is empty.')
  const [lost] = missing.keys()
  if (lost !== undefined) throw new BrokenBackup(`Missing in the backup: ${lost}.`)
  return found
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** Damage to the packing itself comes out as errors of zlib and tar. */
function unreadable(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const packing = code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE'
  const tar = error instanceof Error && /tar|Unexpected end of data/i.test(error.message)
  return packing || tar ? new BrokenBackup('The backup is cut off or damaged.') : error
}
