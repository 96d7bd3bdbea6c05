import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Media } from '@/payload-types'
import { aProperty, aStaff, type Staff } from '@/tests/support/house'
import { bodyOf, rest } from '@/tests/support/http'
import { count } from '@/tests/support/sql'

let admin: Staff
const folder = path.resolve('.data/media')
const written: string[] = []

beforeAll(async () => {
  admin = await aStaff('admin', 'Prisca Loemba')
})

afterAll(() => Promise.all(written.map((name) => rm(path.join(folder, name), { force: true }))))

async function upload(bytes: Uint8Array | string, name: string, type: string) {
  const form = new FormData()
  const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
  form.append('file', new Blob([part], { type }), name)
  form.append('_payload', JSON.stringify({ alt: 'Une villa' }))
  const answer = await rest('POST', '/media', { as: admin, raw: form })
  if (answer.status === 201) {
    const { filename, sizes } = bodyOf<{ doc: Media }>(answer).doc
    for (const file of [filename, sizes?.card?.filename, sizes?.page?.filename])
      if (file) written.push(file)
  }
  return answer
}

const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#0b5d5b' } })

test('a photo is written anew, and keeps nothing of where and when it was taken', async () => {
  const photo = await picture()
    .withExif({
      IFD0: { Artist: 'Awa Mabiala', Make: 'Appareil' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '4/1 16/1 0/1' },
    })
    .jpeg()
    .toBuffer()
  expect((await sharp(photo).metadata()).exif?.includes('Awa Mabiala')).toBe(true)
  const answer = await upload(photo, 'villa.jpg', 'image/jpeg')
  expect(answer.status).toBe(201)
  const { filename, mimeType } = bodyOf<{ doc: Media }>(answer).doc
  expect(filename).toMatch(/\.webp$/)
  expect(mimeType).toBe('image/webp')
  for (const name of written) {
    const file = await readFile(path.join(folder, name))
    expect((await sharp(file).metadata()).exif).toBeUndefined()
    expect(file.includes('Awa Mabiala')).toBe(false)
  }
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const HTML = '<!doctype html><script>alert(1)</script>'

test.each([
  ['an SVG', SVG, 'villa.svg', 'image/svg+xml'],
  ['an SVG that calls itself PNG', SVG, 'villa.png', 'image/png'],
  ['an SVG with two endings', SVG, 'villa.svg.png', 'image/png'],
  ['a page that calls itself JPEG', HTML, 'villa.jpg', 'image/jpeg'],
  ['a page', HTML, 'villa.html', 'text/html'],
  ['a script', 'alert(1)', 'villa.js', 'text/javascript'],
  ['a GIF', 'GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'villa.gif', 'image/gif'],
  ['nothing at all', '', 'villa.png', 'image/png'],
  ['half a PNG', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'villa.png', 'image/png'],
])('%s is refused', async (_what, bytes, name, type) => {
  const before = await count('media')
  const { status } = await upload(bytes, name, type)
  expect([400, 403, 413, 415, 422]).toContain(status)
  expect(await count('media')).toBe(before)
})

test('what is hidden behind a picture does not reach the disk', async () => {
  const photo = Buffer.concat([await picture().png().toBuffer(), Buffer.from(HTML)])
  const answer = await upload(photo, 'page.html.png', 'image/png')
  expect(answer.status).toBe(201)
  const file = await readFile(path.join(folder, bodyOf<{ doc: Media }>(answer).doc.filename ?? ''))
  expect(file.includes('<script>')).toBe(false)
})

/** A PNG of a few kilobytes that says it is so many pixels wide and high. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(side * (Math.ceil(side / 8) + 1)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** CRC-32 as PNG wants it (ISO 3309). */
function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return (value ^ 0xffffffff) >>> 0
}

test('a small file that would fill the memory is refused', async () => {
  const before = await count('media')
  expect((await upload(bomb(800), 'petite.png', 'image/png')).status).toBe(201)
  const file = bomb(12_000)
  expect(file.length).toBeLessThan(200_000)
  expect((await upload(file, 'bombe.png', 'image/png')).status).toBe(400)
  expect(await count('media')).toBe(before + 1)
})

test('a name cannot lead out of the folder', async () => {
  const photo = await picture().png().toBuffer()
  const answer = await upload(photo, '../../../evil\u202egnp.png', 'image/png')
  expect(answer.status).toBe(201)
  expect(bodyOf<{ doc: Media }>(answer).doc.filename).toMatch(/^[^/\\]+\.webp$/)
})

test('the photos of a draft are as unknown as the draft; published, everybody sees them', async () => {
  const { doc } = bodyOf<{ doc: Media }>(
    await upload(await picture(1200, 900).png().toBuffer(), 'brouillon.png', 'image/png'),
  )
  const property = await aProperty({ status: 'brouillon' })
  const change = (body: object) =>
    rest('PATCH', `/properties/${property.id}`, { as: admin, body: { ...body } })
  expect((await change({ photos: [doc.id] })).status).toBe(200)
  const files = [doc.filename, doc.sizes?.card?.filename].map((name) => `/media/file/${name}`)
  const seen = async (as: Staff | null) => ({
    list: bodyOf<{ docs: { id: number }[] }>(
      await rest('GET', '/media?limit=100', { as }),
    ).docs.map(({ id }) => id),
    one: (await rest('GET', `/media/${doc.id}`, { as })).status,
    files: await Promise.all(files.map(async (file) => (await rest('GET', file, { as })).status)),
  })
  expect(await seen(null)).toEqual({ list: [], one: 404, files: [403, 403] })
  expect(await seen(admin)).toMatchObject({ one: 200, files: [200, 200] })
  expect((await change({ status: 'publie' })).status).toBe(200)
  expect(await seen(null)).toEqual({ list: [doc.id], one: 200, files: [200, 200] })
  const read = await rest('GET', `/properties/${property.id}?depth=1`)
  expect(bodyOf<{ photos: { alt: string }[] }>(read).photos[0]?.alt).toBe('Une villa')
})

test('a file that is no photo of the house is as unknown to colleagues as to strangers', async () => {
  for (const as of [admin, undefined])
    expect((await rest('GET', '/media/file/inconnue.webp', { as })).status).toBe(403)
  const doc = bodyOf<{ doc: Media }>(
    await upload(await picture().png().toBuffer(), 'cour.png', 'image/png'),
  ).doc
  expect((await rest('GET', `/media/file/${doc.filename}`, { as: admin })).status).toBe(200)
})
