import { expect, test } from 'vitest'
import { makeReference, readReference } from './reference'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SEEDS = [0, 1, 31, 77, 128, 200, 255].map((first) =>
  Uint8Array.from({ length: 8 }, (_, index) => (first + index * 37) % 256),
)
const bare = (reference: string) => reference.replace(/^RSV|-/g, '')

test('a reference reads RSV- and two groups of four', () => {
  for (const seed of SEEDS)
    expect(makeReference(seed)).toMatch(/^RSV-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
})

test.each(SEEDS.map((seed) => makeReference(seed)))(
  '%s is read however it is written',
  (reference) => {
    const characters = bare(reference)
    const spellings = [
      reference,
      reference.toLowerCase(),
      characters,
      ` rsv ${characters.slice(0, 4)} ${characters.slice(4)} `,
      // A dash that does not break, a minus sign, and what a copied text brings along unseen.
      reference.replaceAll('-', '\u2011'),
      reference.replaceAll('-', '\u2212'),
      `\u200b${reference}\u202c`,
      reference.replaceAll('0', 'O').replaceAll('1', 'l'),
    ]
    expect(spellings.map(readReference)).toEqual(spellings.map(() => reference))
  },
)

test.each(SEEDS.map((seed) => makeReference(seed)))(
  '%s with any one wrong character is refused',
  (reference) => {
    const characters = bare(reference)
    const wrong = [...characters].flatMap((right, place) =>
      [...ALPHABET]
        .filter((other) => other !== right)
        .map((other) => characters.slice(0, place) + other + characters.slice(place + 1)),
    )
    expect(wrong).toHaveLength(8 * 31)
    expect(wrong.filter((text) => readReference(text) !== null)).toEqual([])
  },
)

test.each(SEEDS.map((seed) => makeReference(seed)))(
  '%s with any two characters swapped is refused',
  (reference) => {
    const characters = [...bare(reference)]
    const swapped = characters.flatMap((one, place) =>
      characters.slice(place + 1).flatMap((other, offset) => {
        if (one === other) return []
        const copy = [...characters]
        copy[place] = other
        copy[place + 1 + offset] = one
        return [copy.join('')]
      }),
    )
    expect(swapped.filter((text) => readReference(text) !== null)).toEqual([])
  },
)

test.each(['', 'RSV-', 'RSV-7K3M', 'RSV-UUUU-UUUU', '💣', 'RSV-7K3M-9QXAA', 'x'.repeat(500)])(
  '%j is no reference',
  (text) => {
    expect(readReference(text)).toBeNull()
  },
)

test('seven bytes are needed, five bits of each are used', () => {
  expect(() => makeReference(new Uint8Array(6))).toThrow('seven random bytes')
  expect(makeReference(new Uint8Array(7))).toBe('RSV-0000-0000')
  const bytes = [3, 1, 4, 1, 5, 9, 2]
  const high = bytes.map((byte) => byte + 224)
  expect(makeReference(Uint8Array.from(high))).toBe(makeReference(Uint8Array.from(bytes)))
  // 3·2 + 1·4 + 4·8 + 1·16 + 5·5 + 9·10 + 2·20 in GF(32) is 27, the letter V.
  expect(makeReference(Uint8Array.from(bytes))).toBe('RSV-3141-592V')
})

test('a reference given out long ago is still read', () => {
  expect(readReference('rsv_3141.592v')).toBe('RSV-3141-592V')
  expect(readReference('3141592U')).toBeNull()
  expect(readReference('3141RSV592V')).toBeNull()
})
