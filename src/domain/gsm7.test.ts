import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainForSms, smsSize } from './gsm7'

const a = (count: number) => 'a'.repeat(count)

test.each([
  ['', 'gsm7', 0, 1],
  [a(160), 'gsm7', 160, 1],
  [a(161), 'gsm7', 161, 2],
  [a(306), 'gsm7', 306, 2],
  [a(307), 'gsm7', 307, 3],
  ['Réservé à 9 h, où ? Ça ira : £, @, Ω, ñ', 'gsm7', 39, 1],
  // The extension counts twice.
  ['€', 'gsm7', 2, 1],
  [`${a(158)}€`, 'gsm7', 160, 1],
  [`${a(159)}€`, 'gsm7', 161, 2],
  // An escape is not parted from its character: the pair begins the next segment.
  [`${a(152)}€${a(152)}`, 'gsm7', 306, 3],
  ['ê', 'ucs2', 1, 1],
  ['ç', 'ucs2', 1, 1],
  ['’', 'ucs2', 1, 1],
  ['`', 'ucs2', 1, 1],
  [`ê${a(69)}`, 'ucs2', 70, 1],
  [`ê${a(70)}`, 'ucs2', 71, 2],
  [`ê${a(133)}`, 'ucs2', 134, 2],
  [`ê${a(134)}`, 'ucs2', 135, 3],
  // Outside the basic plane: two units, never parted.
  ['🏠', 'ucs2', 2, 1],
  [`${a(66)}🏠${a(66)}`, 'ucs2', 134, 3],
])('%j is %s, %i units, %i segments', (text, encoding, units, segments) => {
  expect(smsSize(text)).toEqual({ encoding, units, segments })
})

test('the alphabet has 127 characters, and the extension 10', () => {
  const alone = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code))
  const found = alone.filter((one) => smsSize(one).encoding === 'gsm7')
  expect(found.filter((one) => smsSize(one).units === 1)).toHaveLength(127)
  expect(found.filter((one) => smsSize(one).units === 2)).toHaveLength(10)
})

describe('as people write it on a phone', () => {
  test.each([
    ['L’hôtel reçoit « déjà » : à bientôt…', 'L\'hotel recoit " déjà " : à bientot...'],
    ['9\u00a0h\u202f30 – Noël à Nkayi', '9 h 30 - Noel à Nkayi'],
    ['cœur, Œuvre, Île', 'coeur, OEuvre, Ile'],
    ['e\u0301te\u0301', 'été'],
    ['Ωmega, Ça, ñ, €', 'Ωmega, Ça, ñ, €'],
    ['Дом 🏠', 'Дом 🏠'],
  ])('%s', (text, plain) => {
    expect(plainForSms(text)).toBe(plain)
  })

  test('writing it again changes nothing, and nothing gets dearer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = plainForSms(text)
        expect(plainForSms(plain)).toBe(plain)
        if (smsSize(text.normalize('NFC')).encoding === 'gsm7')
          expect(plain).toBe(text.normalize('NFC'))
      }),
    )
  })
})
