import { expect, test } from 'vitest'
import { mixed, paletteOf } from './palette'
import { panelStyle, siteStyle } from './paletteStyle'

const MAIN = '#0b5d5e'
const { deep, quiet, accent, strong, soft, sun } = paletteOf(MAIN)

test('the site’s sheet names every shade, and those of the dark theme behind its question', () => {
  expect(siteStyle(MAIN)).toBe(
    `html:root{--teal:${MAIN};--teal-deep:${deep};--press:${MAIN};--press-strong:${deep};` +
      `--sun:${sun};--on-teal-quiet:${quiet};--accent:${accent.light};` +
      `--accent-strong:${strong.light};--accent-soft:${soft.light}}` +
      `@media (prefers-color-scheme:dark){html:root{--teal:${mixed(MAIN, '#000000', 0.2)};` +
      `--teal-deep:${mixed(MAIN, '#000000', 0.5)};--accent:${accent.dark};` +
      `--accent-strong:${strong.dark};--accent-soft:${soft.dark}}}`,
  )
})

test('the panel’s sheet has one shade for each of its themes', () => {
  expect(panelStyle(MAIN)).toBe(
    `html:root{--scim-accent:${accent.light}}` +
      `html[data-theme=dark]:root{--scim-accent:${accent.dark}}`,
  )
})
