import { describe, expect, it } from 'vitest'
import { TEMPLATE_KEYS } from '@/domain/notifications'
import { LOCALES } from '@/domain/status'
import { renderTemplate } from '@/domain/template'
import { faultsOf } from '@/domain/templateFaults'
import { isOptional } from '@/domain/templateVariables'
import { sampleFacts, VARIABLE_NAMES } from '@/domain/variables'
import { ENGLISH } from './en'
import { FRENCH } from './fr'
import { BUILT_IN } from './texts'

const EVERY = TEMPLATE_KEYS.flatMap((key) => LOCALES.map((locale) => ({ key, locale })))
type Case = (typeof EVERY)[number]

function rendered({ key, locale }: Case, facts = sampleFacts(locale)) {
  const message = renderTemplate(BUILT_IN[key][locale], facts, { key, locale })
  if (!message.ok) throw new Error(message.fault)
  return message
}
const chipsIn = (text: { subject: string; body: string }) =>
  [...new Set(`${text.subject} ${text.body}`.match(/\[[a-z_]+\]/g))].sort()

describe('the built-in texts', () => {
  it.each(EVERY)('$key in $locale has no fault', ({ key, locale }) => {
    expect(faultsOf(BUILT_IN[key][locale], key)).toEqual([])
  })

  it.each(EVERY)('$key in $locale says all with all facts', (one) => {
    const { subject, text, html } = rendered(one)
    expect(`${subject}${text}${html}`).not.toMatch(/\{\{|\}\}|\[[a-z_]+\]|\*\*|undefined/)
    expect(subject.length).toBeLessThanOrEqual(120)
  })

  it.each(EVERY)('$key in $locale stays whole without any optional fact', (one) => {
    const facts = sampleFacts(one.locale)
    for (const name of VARIABLE_NAMES) if (isOptional(name, one.key)) facts[name] = null
    const { text, html } = rendered(one, facts)
    expect(text + html).not.toMatch(/whatsapp/i)
    expect(text).not.toMatch(/\n\n\n|^- .*: *$/m)
    expect(text.endsWith(':')).toBe(false)
  })

  it.each(TEMPLATE_KEYS)('%s says the same things in both languages', (key) => {
    expect(chipsIn(ENGLISH[key])).toEqual(chipsIn(FRENCH[key]))
  })

  it.each(LOCALES)('the acknowledgement never claims a confirmation (%s)', (locale) => {
    const { subject, text } = rendered({ key: 'accuse_reception', locale })
    expect(subject + text).not.toMatch(/confirmée?s?\b|confirmed/i)
    expect(text).toMatch(/pas encore une confirmation|not a confirmation yet/)
    const { echeance, delai, reference, contact_email, lien_suivi } = sampleFacts(locale)
    for (const fact of [echeance, delai, reference, contact_email, lien_suivi])
      expect(text).toContain(fact)
  })

  it.each(TEMPLATE_KEYS)('%s is typeset as French is', (key) => {
    const { subject, body } = FRENCH[key]
    expect(subject + body).not.toMatch(/'|\.\.\.|"|[^\s][:;?!](\s|$)/m)
  })

  it('tells clients and team apart by what each may open', () => {
    const { text: toClient } = rendered(
      { key: 'expiration', locale: 'fr' },
      { ...sampleFacts('fr'), lien_admin: null },
    )
    expect(toClient).toContain('Nous vous prions de nous excuser')
    expect(toClient).not.toContain('espace de gestion')
    const { text: toTeam } = rendered(
      { key: 'expiration', locale: 'fr' },
      { ...sampleFacts('fr'), lien_suivi: null },
    )
    expect(toTeam).toContain('espace de gestion')
    expect(toTeam).not.toContain('Nous vous prions de nous excuser')
  })
})
