import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { aProperty, aStaff, house, type Staff } from '@/tests/support/house'
import { rest } from '@/tests/support/http'

/** A photo that pages show is not deleted under them. */

let admin: Staff
beforeAll(async () => {
  admin = await aStaff('admin', 'Honorine Bouanga')
})

async function aPhoto(): Promise<number> {
  const background = { r: 200, g: 120, b: 40 }
  const data = await sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer()
  const file = { data, mimetype: 'image/png', name: 'façade.png', size: data.length }
  const payload = await house()
  const made = await payload.create({
    collection: 'media',
    overrideAccess: true,
    data: { alt: 'La façade' },
    file,
  })
  return made.id
}

const remove = (id: number) =>
  rest('DELETE', `/media/${id}`, { as: admin, headers: { 'Accept-Language': 'fr' } })

test('a photo of a property stays until it is taken off there', async () => {
  const photo = await aPhoto()
  const property = await aProperty()
  const show = (photos: number[]) =>
    rest('PATCH', `/properties/${property.id}`, { as: admin, body: { photos } })
  expect((await show([photo])).status).toBe(200)
  const refused = await remove(photo)
  expect(refused.status).toBe(409)
  expect(refused.text).toContain(`Cette photo sert encore : ${property.title}. Retirez-la d’abord`)
  expect((await show([])).status).toBe(200)
  expect((await remove(photo)).status).toBe(200)
})

test('so does the logo of the agency', async () => {
  const photo = await aPhoto()
  const set = (logo: number | null) =>
    rest('POST', '/globals/settings', { as: admin, body: { agency: { logo } } })
  expect((await set(photo)).status).toBe(200)
  const refused = await remove(photo)
  expect([refused.status, refused.text]).toEqual([
    409,
    expect.stringContaining('l’agence, comme logo'),
  ])
  expect((await set(null)).status).toBe(200)
  expect((await remove(photo)).status).toBe(200)
})
