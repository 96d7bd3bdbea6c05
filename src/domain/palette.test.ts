import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carriesWhite, contrast, isColour, mixed, paletteOf } from './palette'

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  // The grey that WCAG's own examples name as the lightest on white.
  ['#767676', '#ffffff', 4.54],
])('%s on %s has a contrast of %f', (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 1)
  expect(contrast(other, one)).toBeCloseTo(expected, 1)
})

test.each([
  ['#0b5d5b', true],
  ['#767676', true],
  ['#777777', false],
  ['#f2b84b', false],
  ['#ffffff', false],
])('white text on %s: %s', (colour, expected) => expect(carriesWhite(colour)).toBe(expected))

test.each([
  ['#0b5d5b', true],
  ['#0B5D5B', true],
  ['0b5d5b', false],
  ['x#0b5d5b', false],
  ['#0b5d5', false],
  ['#0b5d5b;}', false],
  ['teal', false],
])('%s is a colour: %s', (text, expected) => expect(isColour(text)).toBe(expected))

test('half of white and black is the grey between', () =>
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080'))

test('what can be read already stays as it is, and nothing is moved further than it must be', () => {
  const { main, accent, sun } = paletteOf('#003333')
  expect([main, accent.light, sun]).toEqual(['#003333', '#003333', '#f2b84b'])
  const grey = paletteOf('#767676')
  expect(contrast(grey.accent.light, grey.soft.light)).toBeLessThan(5.5)
  expect(contrast(grey.accent.dark, '#172020')).toBeLessThan(8.5)
  expect(grey.sun).toBe('#ffffff')
})

const colours = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)
  .filter(carriesWhite)

test('whatever colour carries white text, all its shades can be read where they stand', () => {
  fc.assert(
    fc.property(colours, (main) => {
      const { deep, quiet, accent, strong, soft, sun } = paletteOf(main)
      for (const [text, ground] of [
        ['#ffffff', main],
        ['#ffffff', deep],
        [quiet, main],
        [sun, main],
        [sun, deep],
        [accent.light, '#ffffff'],
        [accent.light, soft.light],
        [strong.light, soft.light],
        [accent.dark, '#172020'],
        [accent.dark, soft.dark],
        [strong.dark, soft.dark],
      ] as const)
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }),
    { numRuns: 500 },
  )
})
