import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, pack, type Pack } from 'tar-stream'

/** A backup is one tar.gz, which any computer can open. */

export type Source = { name: string; bytes: number; open(): Readable }

/** Writes the entries in order. The file is not there before it is whole. */
export async function writeArchive(file: string, sources: Source[]): Promise<void> {
  const archive = pack()
  // Names, numbers and hashes of all: nobody else on this computer reads it.
  const target = createWriteStream(file, { mode: 0o600 })
  const written = pipeline(archive, createGzip({ level: 6 }), target)
  written.catch(() => archive.destroy()) // The same failure is thrown below.
  for (const source of sources) await addEntry(archive, source)
  archive.finalize()
  await written
}

async function addEntry(archive: Pack, { name, bytes, open }: Source): Promise<void> {
  const added = new Promise<void>((resolve, reject) => {
    const entry = archive.entry({ name, size: bytes }, (error) =>
      error ? reject(error) : resolve(),
    )
    pipeline(open(), entry).catch(reject)
  })
  await added
}

export const ofText = (name: string, text: string): Source => {
  const bytes = Buffer.from(text)
  return { name, bytes: bytes.length, open: () => Readable.from([bytes]) }
}

export const ofFile = (name: string, file: string, bytes: number): Source => ({
  name,
  bytes,
  open: () => createReadStream(file),
})

/**
 * Reads a backup from beginning to end.
 * @param onEntry must read its stream to the end, or leave it untouched
 */
export async function readArchive(
  file: string,
  onEntry: (name: string, stream: Readable) => Promise<void>,
): Promise<void> {
  const archive = extract()
  const read = pipeline(createReadStream(file), createGunzip(), archive)
  read.catch(() => undefined) // The loop below meets the same failure.
  for await (const entry of archive) {
    // as: tar-stream's streams are Node's own in all but type.
    const stream = entry as unknown as Readable
    await onEntry(entry.header.name, stream)
    stream.resume()
  }
  await read
}
