import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GET } from '@/app/carte/[slug]/route'
import { aProperty, day } from '@/tests/support/house'
import { booked } from '@/tests/support/http'

const card = async (slug: string, query = '') => {
  const answer = await GET(new Request(`http://localhost:3000/carte/${slug}${query}`), {
    params: Promise.resolve({ slug }),
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const days = (html: string) => [...html.matchAll(/jour=([\d-]+)/g)].map(([, found]) => found)

test('a published property: its next free days and where to book, for any page, without a cookie', async () => {
  const property = await aProperty({ kinds: ['sejour'] })
  await booked(property, { kind: 'sejour', startsAt: day(1), endsAt: day(3) })
  const { status, headers, text } = await card(property.slug)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('set-cookie')).toBeNull()
  expect(text).toContain(`http://localhost:3000/reservation?bien=${property.slug}`)
  expect(days(text)).toEqual([day(0), day(3), day(4), day(5)])
})

test('the part alone for the script, and English where asked for', async () => {
  const property = await aProperty()
  const { text } = await card(property.slug, '?partie=1&lang=en')
  expect(text).not.toContain('<html')
  expect(text).toContain(`http://localhost:3000/en/reservation?bien=${property.slug}`)
  expect(days(text)).toHaveLength(4)
})

test('a draft, and what is not there: 404', async () => {
  const draft = await aProperty({ status: 'brouillon' })
  expect((await card(draft.slug)).status).toBe(404)
  expect((await card('nowhere')).status).toBe(404)
})

test('the script is no larger than 2 KB and keeps nothing', () => {
  const script = readFileSync('public/carte.js')
  expect(script.byteLength).toBeLessThanOrEqual(2048)
  expect(script.toString()).not.toMatch(/cookie|localStorage|sessionStorage|credentials/)
})
