import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as feedRoute } from '@/app/calendriers/[file]/route'
import { GET as cardRoute } from '@/app/carte/[slug]/route'
import { GET as iconRoute } from '@/app/favicon.svg/route'
import { GET as manifestRoute } from '@/app/manifest.webmanifest/route'
import { GET as describeRoute } from '@/app/programmes/openapi.json/route'
import { propertyMetadata, structuredOffer } from '@/portal/offerData'
import { agencyNow, textsNow } from '@/portal/agency'
import { iconAddress } from '@/portal/agencyFiles'
import { propertyBySlug } from '@/portal/properties'
import { queuePasswordLink } from '@/messaging/queuePasswordLink'
import { aProperty, aStaff, freshPhone, house, type Staff } from '@/tests/support/house'
import { api, bodyOf, booked, rest, type Booked } from '@/tests/support/http'
import { aMailServer, type MailServer } from '@/tests/support/mailServer'
import { sendThrough } from '@/tests/support/outbox'
import { statementsOf } from '@/tests/support/statements'

/** Another agency than the demo's, set up by its settings alone. */
const KIVU = {
  name: 'Kivu Habitat',
  shortName: 'Kivu',
  color: '#7a1f3d',
  mark: 'initiales',
  languages: ['fr', 'en'],
  defaultLanguage: 'en',
  cities: ['Goma', 'Bukavu'],
  aboutFr: 'Au bord du lac.',
  aboutEn: 'By the lake.',
}

let admin: Staff
let owner: Staff
let server: MailServer
let property: Awaited<ReturnType<typeof aProperty>>
let reservation: Booked
const client = { name: 'Awa Mabiala', phone: freshPhone(), email: 'awa@example.com' }

const set = (agency: object) =>
  rest('POST', '/globals/settings', { as: admin, body: { agency: { ...KIVU, ...agency } } })

beforeAll(async () => {
  server = await aMailServer()
  admin = await aStaff('admin', 'Prisca Loemba')
  owner = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  property = await aProperty({ owners: [owner.id] })
  expect((await set({})).status).toBe(200)
  reservation = await booked(property, { client })
  await rest('PATCH', `/reservations/${reservation.id}`, {
    as: owner,
    body: { status: 'confirmee' },
  })
})
afterAll(() => server.close())

/** Technical names are no words: addresses, header names, ids of elements. */
const visible = (text: string) =>
  text.replace(/[\w.+-]*@[\w.-]*scim\.example|https?:\/\/[^\s"<]+|scim-[\w-]+|\bSCIM_\w+/g, '')

const expectKivu = (text: string) => {
  expect(visible(text)).toContain('Kivu')
  expect(visible(text)).not.toMatch(/scim/i)
}

describe('another agency’s settings', () => {
  test('every mail: sender, head, words and signature', async () => {
    const payload = await house()
    await queuePasswordLink(await createLocalReq({}, payload), owner.email, 'fr')
    await api.write(reservation.token, { body: { text: 'À quel étage ?' } })
    await api.cancel(reservation.token, { body: { note: 'Un empêchement.' } })
    await sendThrough(server.url)
    expect(server.received.length).toBeGreaterThanOrEqual(6)
    for (const { mail } of server.received) {
      expect(mail.from?.value[0]?.name).toBe('Kivu Habitat')
      expectKivu(`${mail.text}`)
      expectKivu(String(mail.html))
      expect(String(mail.html)).toContain('bgcolor="#7a1f3d"')
      expect(String(mail.html)).not.toContain('#0b5d5b')
      expect(visible(mail.subject ?? '')).not.toMatch(/scim/i)
      for (const { content } of mail.attachments) {
        expectKivu(content.toString())
        expect(content.toString().replace(/\r\n /g, '')).toContain('CN="Kivu Habitat"')
      }
    }
    expect(server.mailsTo(client.email)[0]?.text).toContain('L’équipe Kivu Habitat')
  })

  test('calendars: the agency’s feed bears its name', async () => {
    const answer = await rest('POST', '/globals/settings/calendar-feed', {
      as: admin,
      body: { open: true },
    })
    const { address } = bodyOf<{ address: string }>(answer)
    const file = new URL(address).pathname.split('/').at(-1) ?? ''
    const feed = await feedRoute(new Request(address), { params: Promise.resolve({ file }) })
    expectKivu(await feed.text())
  })

  test('the manifest and the icon: name, language, colour, initials', async () => {
    const manifest = await manifestRoute(new Request('http://localhost/manifest.webmanifest'))
    const text = await manifest.text()
    expectKivu(text)
    expect(JSON.parse(text)).toMatchObject({
      name: 'Kivu Habitat',
      short_name: 'Kivu',
      lang: 'en',
      start_url: '/en/espace',
      theme_color: '#7a1f3d',
    })
    const icon = await iconRoute(new Request('http://localhost/favicon.svg'))
    expect(await icon.text()).toContain('>KH</text>')
    const same = { headers: { 'If-None-Match': icon.headers.get('etag') ?? '' } }
    expect((await iconRoute(new Request('http://localhost/favicon.svg', same))).status).toBe(304)
  })

  test('an icon’s address changes with the icon; the old address is not kept for ever', async () => {
    const agency = await agencyNow()
    const address = (path: string) => new Request(`http://localhost${path}`)
    const named = await iconRoute(address(iconAddress(agency)))
    expect(named.headers.get('cache-control')).toContain('immutable')
    const old = await iconRoute(address('/favicon.svg?v=0123456789'))
    expect(old.headers.get('cache-control')).toBe('no-cache')
  })

  test('pages: name, consent, contact, description with the agency’s cities', async () => {
    for (const [locale, cities, about] of [
      ['fr', 'Goma et Bukavu', 'Au bord du lac.'],
      ['en', 'Goma and Bukavu', 'By the lake.'],
    ] as const) {
      const t = await textsNow(locale)
      expect(t.siteName).toBe('Kivu Habitat')
      expect(t.funnel.contact.consent).toContain('Kivu Habitat')
      expect(t.page.by.admin).toBe('Kivu Habitat')
      expect(t.home.description).toContain(cities)
      expect(t.footer.about).toBe(about)
      expect(JSON.stringify(t)).not.toMatch(/scim|congo|brazzaville/i)
    }
  })

  test('what others find: metadata, structured data, the card, the description for programs', async () => {
    const found = await propertyBySlug(property.slug)
    if (!found) throw new Error('a published property is not found')
    const agency = await agencyNow()
    expectKivu(JSON.stringify(propertyMetadata(found, 'fr', agency)))
    expectKivu(JSON.stringify(structuredOffer(found, 'en', agency)))
    const { info } = (await (
      await describeRoute(new Request('http://localhost/programmes/openapi.json'))
    ).json()) as { info: { title: string } }
    expectKivu(info.title)
    const card = await cardRoute(new Request(`http://localhost/carte/${property.slug}`), {
      params: Promise.resolve({ slug: property.slug }),
    })
    const html = await card.text()
    expect(html).toContain('background:#7a1f3d')
    expect(visible(html)).not.toMatch(/scim/i)
  })

  test('a card on another site speaks a language that the agency speaks', async () => {
    const card = async (query: string) => {
      const answer = await cardRoute(
        new Request(`http://localhost/carte/${property.slug}?partie=1${query}`),
        { params: Promise.resolve({ slug: property.slug }) },
      )
      return answer.text()
    }
    await set({ languages: ['fr'], defaultLanguage: 'fr' })
    expect(await card('&lang=en')).not.toContain('/en/reservation')
    await set({ languages: ['en'], defaultLanguage: 'en' })
    expect(await card('')).toContain('/en/reservation')
    expect((await set({})).status).toBe(200)
  })

  test('one statement reads the agency and the opening hours together', async () => {
    const sent = await statementsOf(() => agencyNow())
    expect(sent).toHaveLength(1)
  })
})

describe('what the settings refuse', () => {
  test.each([
    ['#f2b84b', 'trop claire'],
    ['#777777', 'trop claire'],
    ['teal', 'comme #0b5d5b'],
    ['#7a1f3d;}', 'comme #0b5d5b'],
  ])('the colour %s, with a sentence', async (color, sentence) => {
    const answer = await set({ color })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(sentence)
    expect((await agencyNow()).colour).toBe('#7a1f3d')
  })

  test.each(['proprietaire', 'editeur'] as const)('a %s', async (role) => {
    const person = await aStaff(role, 'Aimé Tchicaya')
    const body = { agency: { ...KIVU, name: 'Autre' } }
    expect((await rest('POST', '/globals/settings', { as: person, body })).status).toBe(403)
  })
})

test('a logo is written anew as WebP, and anybody may see it while it is the logo', async () => {
  const payload = await house()
  const data = await sharp({
    create: { width: 90, height: 90, channels: 3, background: '#7a1f3d' },
  })
    .png()
    .toBuffer()
  const file = { data, mimetype: 'image/png', name: 'logo n° #1.png', size: data.length }
  const made = await payload.create({
    collection: 'media',
    overrideAccess: true,
    data: { alt: 'Kivu Habitat' },
    file,
  })
  const seen = async () => (await rest('GET', `/media/${made.id}`)).status
  expect(await seen()).toBe(404)
  expect((await set({ logo: made.id })).status).toBe(200)
  const { logo } = await agencyNow()
  expect(logo).toMatchObject({
    url: expect.stringMatching(/^\/api\/media\/file\/logo%20n%C2%B0%20%231.*\.webp$/),
  })
  expect(await seen()).toBe(200)
  const manifest = await manifestRoute(new Request('http://localhost/manifest.webmanifest'))
  expect(await manifest.text()).toContain(logo?.url)
  expect((await set({ logo: null })).status).toBe(200)
  expect(await seen()).toBe(404)
})
