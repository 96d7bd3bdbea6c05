import { mixed, paletteOf } from './palette'

/** The shades of a main colour as CSS, stronger than the sheets that name the house's own. */

const block = (variables: Record<string, string>) =>
  Object.entries(variables)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

const DARK = '@media (prefers-color-scheme:dark)'

/** For the client site. @param main `#rrggbb` that carries white text */
export function siteStyle(main: string): string {
  const { deep, quiet, accent, strong, soft, sun } = paletteOf(main)
  const light = block({
    teal: main,
    'teal-deep': deep,
    press: main,
    'press-strong': deep,
    sun,
    'on-teal-quiet': quiet,
    accent: accent.light,
    'accent-strong': strong.light,
    'accent-soft': soft.light,
  })
  const dark = block({
    teal: mixed(main, '#000000', 0.2),
    'teal-deep': mixed(main, '#000000', 0.5),
    accent: accent.dark,
    'accent-strong': strong.dark,
    'accent-soft': soft.dark,
  })
  return `html:root{${light}}${DARK}{html:root{${dark}}}`
}

/** For the panel, whose theme stands on its root element. */
export function panelStyle(main: string): string {
  const { accent } = paletteOf(main)
  return `html:root{${block({ 'scim-accent': accent.light })}}html[data-theme=dark]:root{${block({ 'scim-accent': accent.dark })}}`
}
