import { beforeAll, describe, expect, test } from 'vitest'
import { GET as describeRoute } from '@/app/programmes/openapi.json/route'
import { priceText } from '@/components/PropertyTile'
import type { Locale } from '@/domain/status'
import { dictionaryOf } from '@/i18n/dictionary'
import { agencyNow, textsNow } from '@/portal/agency'
import { lookOf } from '@/portal/agencyFiles'
import { structuredOffer } from '@/portal/offerData'
import { propertyBySlug } from '@/portal/properties'
import { aProperty, aStaff, type Staff } from '@/tests/support/house'
import { bodyOf, rest } from '@/tests/support/http'
import { dryRunOf, importFile, tryFile } from '@/tests/support/intake'
import { one } from '@/tests/support/sql'

/** An agency that names its prices in US dollars, by its settings alone. */

let admin: Staff
let slug: string
let lookInFrancs: string

const set = (agency: object) => rest('POST', '/globals/settings', { as: admin, body: { agency } })
const currencyIs = async (currency: string) => expect((await set({ currency })).status).toBe(200)

async function offered() {
  const property = await propertyBySlug(slug)
  if (!property) throw new Error('a published property is not found')
  return property
}

/** As tiles, pages and the share picture say it; typographic spaces read as spaces. */
async function priceIn(locale: Locale) {
  const [property, { currency }, t] = [await offered(), await agencyNow(), await textsNow(locale)]
  return priceText(property, { currency, locale, t }).replace(/\s/gu, ' ')
}

beforeAll(async () => {
  admin = await aStaff('admin', 'Prisca Loemba')
  const made = await aProperty()
  slug = made.slug
  const body = { price: 350_000, priceUnit: 'mois' }
  const priced = await rest('PATCH', `/properties/${made.id}`, { as: admin, body })
  expect(priced.status).toBe(200)
})

test('prices are in FCFA where nothing was set', async () => {
  expect(await priceIn('fr')).toBe('350 000 FCFA par mois')
  expect(await priceIn('en')).toBe('FCFA 350,000 per month')
  const agency = await agencyNow()
  const offer = structuredOffer(await offered(), 'fr', agency)
  expect(offer).toMatchObject({ offers: { price: 350_000, priceCurrency: 'XAF' } })
  lookInFrancs = lookOf(agency)
})

describe('once the settings say US dollars', () => {
  beforeAll(() => currencyIs('USD'))

  test('the number stays, its money changes, in both languages', async () => {
    const { price } = await one<{ price: number }>(
      'select price::int as price from properties where slug = $1',
      [slug],
    )
    expect(price).toBe(350_000)
    expect(await priceIn('fr')).toBe('350 000 $US par mois')
    expect(await priceIn('en')).toBe('$350,000 per month')
  })

  test('search engines, and messengers: the picture with the price has a new address', async () => {
    const agency = await agencyNow()
    const offer = structuredOffer(await offered(), 'fr', agency)
    expect(offer).toMatchObject({
      offers: {
        price: 350_000,
        priceCurrency: 'USD',
        priceSpecification: { price: 350_000, priceCurrency: 'USD' },
      },
    })
    expect(lookOf(agency)).not.toBe(lookInFrancs)
  })

  test('the description for programs', async () => {
    const text = await (
      await describeRoute(new Request('http://localhost/programmes/openapi.json'))
    ).text()
    expect(text).toContain('Prices are whole units of USD (ISO 4217).')
    expect(text).not.toMatch(/FCFA|XAF/)
  })

  test('a file may name that currency beside its prices, and no other', async () => {
    const file = (title: string, name: string) =>
      `titre;ville;quartier;description;demandes;${title}\n${name};Goma;Himbi;Au bord du lac.;visite;1200\n`
    const priceOf = async (title: string, name: string) => {
      const { id, plan } = await dryRunOf(admin, 'biens', file(title, name))
      expect((await importFile(admin, id, plan)).dit).toBe('importe')
      const row = await one<{ price: number | null }>(
        'select price::int as price from properties where title = $1',
        [name],
      )
      return row.price
    }
    expect(await priceOf('Prix (USD)', 'Villa du lac')).toBe(1200)
    expect(await priceOf('prix', 'Villa du port')).toBe(1200)
    expect(await priceOf('Prix (FCFA)', 'Villa des francs')).toBe(null)
  })

  test('a dry run made in one currency is not imported in another', async () => {
    const file =
      'titre;ville;quartier;description;demandes;prix\nVilla du change;Goma;Himbi;Au lac.;visite;1200\n'
    const { essai } = await tryFile(admin, 'biens', file)
    const { plan } = await one<{ plan: string }>(
      'select plan_hash as plan from intakes where id = $1',
      [essai],
    )
    await currencyIs('EUR')
    expect((await importFile(admin, String(essai), plan)).dit).toBe('change')
    await currencyIs('USD')
  })
})

test('a currency that the house does not know is refused', async () => {
  const { currency } = await agencyNow()
  expect((await set({ currency: 'DOLLAR' })).status).toBe(400)
  expect((await agencyNow()).currency).toBe(currency)
})

test.each([99.5, -1])('a price of %d is refused with a sentence', async (price) => {
  const { id } = await offered()
  const refused = await rest('PATCH', `/properties/${id}`, { as: admin, body: { price } })
  expect(refused.status).toBe(400)
  const { errors } = bodyOf<{ errors: { data: { errors: { message: string }[] } }[] }>(refused)
  expect(errors[0]?.data.errors[0]?.message).toBe('Un nombre entier, sans centimes, ou rien.')
})

test.each([0, null])(
  'a price of %s is asked for, on pages and for search engines',
  async (price) => {
    const { id, slug: own } = await aProperty()
    const body = { price, priceUnit: 'nuit' }
    expect((await rest('PATCH', `/properties/${id}`, { as: admin, body })).status).toBe(200)
    const property = await propertyBySlug(own)
    if (!property) throw new Error('a published property is not found')
    const { currency } = await agencyNow()
    const said = (locale: Locale) =>
      priceText(property, { currency, locale, t: dictionaryOf(locale) })
    expect([said('fr'), said('en')]).toEqual(['Prix sur demande', 'Price on request'])
    expect(structuredOffer(property, 'fr', await agencyNow())).not.toHaveProperty('offers')
  },
)
