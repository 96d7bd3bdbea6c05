/** Colours as `#rrggbb`, and whether people can read one on the other (WCAG 2.2, 1.4.3 and 1.4.11). */

import { recent } from './recent'

type Rgb = readonly [number, number, number]

export const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text)

const channels = (colour: string): Rgb => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
]

/** Relative luminance, 0 to 1 (WCAG 2.2, definition of the same name). */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb // as: map forgets that there are three.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** 1 to 21. Text of ordinary size wants 4.5. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** @param share how much of `other`, 0 to 1 */
export function mixed(colour: string, other: string, share: number): string {
  const target = channels(other)
  const parts = channels(colour).map((value, index) =>
    Math.round(value + ((target[index] ?? 0) - value) * share)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${parts.join('')}`
}

/** The colour, moved towards another until it can be read on the ground. */
function readable(colour: string, towards: string, ground: string, least: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mixed(colour, towards, share)
    if (contrast(tried, ground) >= least) return tried
  }
  return towards
}

const WHITE = '#ffffff'
const BLACK = '#000000'
const NIGHT = '#172020'
export const SUN = '#f2b84b'
const TEXT_CONTRAST = 4.5

/** White text on this colour can be read: buttons, the head of pages and of mails. */
export const carriesWhite = (colour: string) => contrast(colour, WHITE) >= TEXT_CONTRAST

export type Palette = {
  main: string
  deep: string
  /** Text on the main colour that steps back. */
  quiet: string
  /** Links and edges on paper, and on a dark ground. */
  accent: { light: string; dark: string }
  strong: { light: string; dark: string }
  soft: { light: string; dark: string }
  /** The warm note beside it: marks and small words on the main colour. */
  sun: string
}

/** All shades of a house whose main colour carries white text; every page and mail asks for them. */
export const paletteOf = recent((main: string): Palette => {
  const softLight = mixed(main, WHITE, 0.88)
  const light = readable(main, BLACK, softLight, TEXT_CONTRAST)
  const dark = readable(main, WHITE, NIGHT, 7)
  return {
    main,
    deep: mixed(main, BLACK, 0.3),
    quiet: readable(mixed(main, WHITE, 0.8), WHITE, main, TEXT_CONTRAST),
    accent: { light, dark },
    strong: { light: mixed(light, BLACK, 0.3), dark: mixed(dark, WHITE, 0.4) },
    soft: { light: softLight, dark: mixed(NIGHT, main, 0.25) },
    sun: readable(SUN, WHITE, main, TEXT_CONTRAST),
  }
})
