import { expect, test } from 'vitest'
import { answersOf, placeOf } from '@/portal/funnel'
import { momentStep } from '@/portal/momentStep'
import { propertyBySlug } from '@/portal/properties'
import { aProperty } from '@/tests/support/house'

/** The funnel's answers stand in the address, so anybody may write there what they like. */

test.each([
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  '2026-12-01T09:00',
  '2026-02-30',
  '2026-12-01T24:00:00Z',
  'demain',
])('%s is no moment: the calendar is shown, and says that one is missing', async (debut) => {
  const { slug } = await aProperty()
  const property = await propertyBySlug(slug)
  if (!property) throw new Error('the property is not shown')
  for (const type of ['visite', 'sejour']) {
    const query = { bien: slug, type, debut, fin: debut, cle: 'une-cle-de-test', pris: '1' }
    const answers = answersOf(query)
    const found = await placeOf(answers, 'fr')
    expect('goTo' in found && new URL(found.goTo, 'http://x').searchParams.get('erreurs')).toBe(
      'manque',
    )
    const step = await momentStep(property, answers, { ...query, erreurs: 'manque' }, 'fr')
    expect([step.kind, step.answers.debut, step.cells.length]).toEqual([type, '', 35])
    expect(step.error).toMatch(/^(Choisissez un créneau|Indiquez votre arrivée)/)
  }
})

test('an arrival without a departure is asked for the departure alone', async () => {
  const { slug } = await aProperty()
  const property = await propertyBySlug(slug)
  if (!property) throw new Error('the property is not shown')
  const debut = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  const asked = async (query: Record<string, string>) => {
    const whole = { bien: slug, type: 'sejour', erreurs: 'manque', ...query }
    return (await momentStep(property, answersOf(whole), whole, 'fr')).error
  }
  expect(await asked({ debut })).toBe('Choisissez votre départ.')
  expect(await asked({})).toBe('Indiquez votre arrivée et votre départ.')
})
