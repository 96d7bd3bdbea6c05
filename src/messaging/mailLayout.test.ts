import { describe, expect, it } from 'vitest'
import { readAgency } from '@/domain/agency'
import { contrast, paletteOf } from '@/domain/palette'
import { footerOf, wrapHtml } from './mailLayout'

const mail = {
  html: '<p>Bonjour</p>',
  subject: 'Demande <b> & "x"',
  locale: 'fr' as const,
  agency: readAgency({ name: 'Toit & Fils', colour: '#7a1f3d' }),
  footer: 'Toit & Fils : écrivez à <contact@scim.example>',
}

describe('the layout of a mail', () => {
  it('holds the fragment once, in the language of its reader', () => {
    const page = wrapHtml(mail)
    expect(page.startsWith('<!doctype html>\n<html lang="fr"')).toBe(true)
    expect(page.split('<p>Bonjour</p>')).toHaveLength(2)
    expect(wrapHtml({ ...mail, locale: 'en' })).toContain('<html lang="en"')
  })

  it('bears the name and the colour of the agency', () => {
    const page = wrapHtml(mail)
    expect(page).toContain('>Toit &amp; Fils</td>')
    expect(page).toContain('bgcolor="#7a1f3d"')
  })

  it.each(['#0b5d5b', '#7a1f3d', '#000080', '#3b3b00'])(
    'has links in a shade of %s that can be read on the dark sheet',
    (colour) => {
      const page = wrapHtml({ ...mail, agency: readAgency({ name: 'Toit', colour }) })
      const [, link = ''] = /\.lien \{ color: (#[0-9a-f]{6}) /.exec(page) ?? []
      const [, sheet = ''] = /\.feuille \{ background: (#[0-9a-f]{6}) /.exec(page) ?? []
      expect(link).toBe(paletteOf(colour).accent.dark)
      expect(contrast(link, sheet)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('escapes what is plain text', () => {
    const page = wrapHtml({ ...mail, preheader: 'Avant <14 h>' })
    expect(page).toContain('<title>Demande &lt;b&gt; &amp; &quot;x&quot;</title>')
    expect(page).toContain('écrivez à &lt;contact@scim.example&gt;')
    expect(page).toContain('Avant &lt;14 h&gt;')
  })

  it('is light, loads nothing and leaves no hole', () => {
    const page = wrapHtml(mail)
    expect(Buffer.byteLength(page)).toBeLessThan(20_000)
    expect(page).not.toMatch(/\{\{|\}\}|<script|<link|<img|url\(|https?:/)
  })

  it('gives its last line back as plain text, for the text part', () => {
    expect(footerOf(wrapHtml(mail))).toBe(mail.footer)
    expect(footerOf('<p>Bonjour</p>')).toBe('')
  })
})
