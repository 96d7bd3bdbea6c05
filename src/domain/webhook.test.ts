import { expect, it } from 'vitest'
import { EVENTS } from './notifications'
import { isDelivered, isGone, signatureHeader, signedText, webhookEventOf } from './webhook'

it('programs hear of what happens to a reservation, not of reminders', () => {
  expect(Object.fromEntries(EVENTS.map((event) => [event, webhookEventOf(event)]))).toMatchObject({
    demandee: 'demandee',
    confirmee: 'confirmee',
    annulee: 'annulee',
    annulee_par_client: 'annulee',
    expiree: 'annulee',
    delai_proche: null,
    delai_passe: 'en_retard',
    veille: null,
    message_du_client: 'message',
    message_de_l_equipe: 'message',
  })
  expect(webhookEventOf('deplacee')).toBe('deplacee')
})

it('signs the time stamp with the body', () => {
  expect(signedText(1_795_000_000, '{"a":1}')).toBe('1795000000.{"a":1}')
  expect(signatureHeader(1_795_000_000, 'abc')).toBe('t=1795000000,v1=abc')
})

it.each([
  [200, true],
  [204, true],
  [299, true],
  [199, false],
  [300, false],
  [302, false],
  [404, false],
  [500, false],
])('%i is a yes: %s', (status, yes) => expect(isDelivered(status)).toBe(yes))

it('410 alone is for good', () => {
  expect(isGone(410)).toBe(true)
  expect(isGone(404)).toBe(false)
})
