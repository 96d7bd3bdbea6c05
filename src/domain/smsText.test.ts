import { expect, test } from 'vitest'
import type { PhoneNotice } from './channel'
import { smsSize } from './gsm7'
import { smsText } from './smsText'

const TOKEN = 'x'.repeat(43)
const notice = (changes: Partial<PhoneNotice>): PhoneNotice => ({
  template: 'accuse_reception',
  locale: 'fr',
  reference: 'RSV-7K3M-9QXA',
  deadline: '14 h 32',
  when: 'mercredi 23 septembre 2026 à 16 h 30',
  link: `https://reservation.scim.example/suivi/${TOKEN}`,
  ...changes,
})

test.each([
  [
    'accuse_reception',
    'fr',
    `Demande RSV-7K3M-9QXA recue. Réponse avant 14 h 32. Suivi : https://reservation.scim.example/suivi/${TOKEN}`,
  ],
  [
    'confirmation',
    'fr',
    // The whole sentence would take a second segment.
    `RSV-7K3M-9QXA confirmée, mercredi 23 septembre 2026 à 16 h 30. https://reservation.scim.example/suivi/${TOKEN}`,
  ],
  ['annulation', 'fr', `RSV-7K3M-9QXA annulée. https://reservation.scim.example/suivi/${TOKEN}`],
  [
    'nouveau_message',
    'en',
    `Request RSV-7K3M-9QXA: a message awaits you. Read it: https://reservation.scim.example/suivi/${TOKEN}`,
  ],
] as const)('%s in %s', (template, locale, text) => {
  expect(smsText(notice({ template, locale }))).toBe(text)
})

const TEMPLATES = [
  'accuse_reception',
  'confirmation',
  'annulation',
  'retard_client',
  'expiration',
  'rappel_visite',
  'nouveau_message',
] as const

test.each(TEMPLATES.flatMap((template) => [['fr', template] as const, ['en', template] as const]))(
  'one segment in %s: %s, with the reference and the whole link',
  (locale, template) => {
    const text = smsText(notice({ locale, template })) ?? ''
    expect(smsSize(text)).toMatchObject({ encoding: 'gsm7', segments: 1 })
    expect(text).toContain('RSV-7K3M-9QXA')
    expect(text.endsWith(`/suivi/${TOKEN}`)).toBe(true)
  },
)

test('where one segment is too little, the whole sentence is said', () => {
  const long = smsText(notice({ link: `https://example.com/${'x'.repeat(150)}` })) ?? ''
  expect(long).toMatch(/^Demande RSV-7K3M-9QXA recue\./)
  expect(smsSize(long).segments).toBe(2)
})

test.each(['nouvelle_demande', 'escalade', 'lien_acces'] as const)(
  'no text message speaks of %s',
  (template) => {
    expect(smsText(notice({ template }))).toBeNull()
  },
)
