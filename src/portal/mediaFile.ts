import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

// Unseen by the build, which would take up every photo and breaks at those behind a link, as upgrade.sh
// has them.
const FOLDER = path.resolve(/* turbopackIgnore: true */ '.data/media')

/** An uploaded photo, cut to a size, as a JPEG data address; null when its file is gone. */
export async function photoData(
  url: string,
  width: number,
  height: number,
): Promise<string | null> {
  const name = path.basename(decodeURIComponent(new URL(url, 'http://localhost').pathname))
  const file = await readFile(path.join(FOLDER, name)).catch(() => null)
  if (!file) return null
  const jpeg = await sharp(file).resize(width, height).jpeg({ quality: 80 }).toBuffer()
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`
}

/** Messengers leave out pictures above 300 KB: a small JPEG. */
export const asJpeg = (png: ArrayBuffer) => sharp(Buffer.from(png)).jpeg({ quality: 78 }).toBuffer()
