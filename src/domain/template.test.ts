import { describe, expect, it } from 'vitest'
import type { TemplateKey } from './notifications'
import type { Locale } from './status'
import { renderTemplate } from './template'
import { fromNotation } from './templateNotation'
import { sampleFacts, type Facts } from './variables'

const BODY = 'Réf. [reference]\n\n[echeance] [contact_email]\n\n[lien_suivi]'
const FACTS: Facts = {
  reference: 'RSV-7K3M-9QXA',
  echeance: '14 h 32',
  contact_email: 'contact@scim.example',
  lien_suivi: 'https://scim.example/suivi/a',
}

type Change = { body?: unknown; subject?: unknown; facts?: Facts; locale?: Locale }
const render = ({ body, subject, facts, locale = 'fr' }: Change, key?: TemplateKey) =>
  renderTemplate(
    {
      subject: typeof subject === 'string' ? fromNotation(subject) : fromNotation('[reference]'),
      body: typeof body === 'string' ? fromNotation(body) : (body ?? fromNotation(BODY)),
    },
    { ...FACTS, ...facts },
    { key: key ?? 'accuse_reception', locale },
  )
function whole(change: Change, key?: TemplateKey) {
  const message = render(change, key)
  if (!message.ok) throw new Error(message.fault)
  return message
}
const withNodes = (...nodes: unknown[]) => ({
  root: { children: [...fromNotation(BODY).root.children, ...nodes] },
})

describe('a filled template', () => {
  it('says the same in text and HTML', () => {
    const { subject, text, html } = whole({})
    expect(subject).toBe('RSV-7K3M-9QXA')
    expect(text).toBe(
      'Réf. RSV-7K3M-9QXA\n\n14 h 32 contact@scim.example\n\nSuivre ma demande : https://scim.example/suivi/a',
    )
    expect(html).toContain(
      '<p style="margin:0 0 16px">Réf. <span style="white-space:nowrap">RSV-7K3M-9QXA</span></p>',
    )
    expect(html).toMatch(
      /<table [^>]*>.*<a href="https:\/\/scim.example\/suivi\/a"[^>]*>Suivre ma demande<\/a>/,
    )
  })

  it('speaks the language asked for', () => {
    expect(whole({ locale: 'en' }).text).toContain('Follow my request: https://scim.example')
  })

  it('leaves out the paragraphs and items of an optional variable without a value', () => {
    const body = `${BODY}\n\nUrgent ? [lien_whatsapp]\n\n- [bien]\n- Note : [note_client]\n\n- [client_email]`
    const without = whole({ body, facts: { bien: 'Villa' } })
    expect(without.text.endsWith('suivi/a\n\n- Villa')).toBe(true)
    expect(without.html).not.toMatch(/whatsapp|Urgent|Note|<ul[^>]*><\/ul>/i)
    const blank = whole({ body, facts: { bien: 'Villa', note_client: ' \n ' } })
    expect(blank.text).toBe(without.text)
    const given = whole({
      body,
      facts: { bien: 'Villa', note_client: 'Deux\npersonnes', lien_whatsapp: 'https://wa.me/1' },
    })
    expect(given.text).toContain('Urgent ? Nous écrire sur WhatsApp : https://wa.me/1\n\n')
    expect(given.text).toContain('- Note : Deux\n  personnes')
    expect(given.html).toContain('Note\u00a0: Deux<br>personnes')
  })

  it('never has a hole: a missing value is a fault', () => {
    for (const reference of [undefined, null, '', '  '])
      expect(render({ facts: { reference } })).toEqual({
        ok: false,
        fault: '« Référence » n’a pas de valeur utilisable.',
      })
    expect(render({ body: `${BODY}\n\n[bien]` }).ok).toBe(false)
  })

  it('finds a missing value that shares its paragraph with an absent optional one', () => {
    expect(render({ body: `${BODY}\n\n[lien_whatsapp] [bien]` }).ok).toBe(false)
  })

  it('refuses what faultsOf refuses', () => {
    expect(render({ body: 'Bonjour' }).ok).toBe(false)
    expect(render({ body: `${BODY}\n\n{{bien}}` }).ok).toBe(false)
    expect(render({ body: withNodes({ type: 'upload' }) }).ok).toBe(false)
    expect(render({ body: 5 }).ok).toBe(false)
  })

  it('is a fault when nothing would be left of it', () => {
    const source = {
      subject: fromNotation('[reference] [bien] [quand] [contact_email]'),
      body: fromNotation('[lien_suivi]\n\n[lien_admin]'),
    }
    const facts = { ...sampleFacts('fr'), lien_suivi: null, lien_admin: null }
    expect(renderTemplate(source, facts, { key: 'expiration', locale: 'fr' })).toEqual({
      ok: false,
      fault: 'Rien ne reste du message sans les variables facultatives.',
    })
  })

  it('escapes values in HTML and keeps them as they are in text', () => {
    const evil = '<script>alert("x")</script> & co'
    const { text, html } = whole({ body: `${BODY}\n\n[client_nom]`, facts: { client_nom: evil } })
    expect(text).toContain(evil)
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; co')
  })

  it('takes only web addresses for links', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'nulle part'])
      expect(render({ facts: { lien_suivi: url } }).ok).toBe(false)
    const optional = whole({
      body: `${BODY}\n\nUrgent ? [lien_whatsapp]`,
      facts: { lien_whatsapp: 'javascript:alert(1)' },
    })
    expect(optional.text).not.toContain('Urgent')
  })

  it('keeps the subject on one line, whatever a value holds', () => {
    const facts = { bien: `Villa\r\nBcc: evil@example.com\n${'x'.repeat(10_000)}` }
    const { subject } = whole({ subject: '[bien] [reference]', facts })
    expect(subject).toMatch(/^Villa Bcc: evil@example.com x+… RSV-7K3M-9QXA$/)
    expect([...subject].length).toBe(80 + ' RSV-7K3M-9QXA'.length)
  })

  it('never lets braces meet, wherever they come from', () => {
    const { text, html } = whole({
      body: `${BODY}\n\n{[client_nom]}`,
      facts: { client_nom: '{{x}}' },
    })
    expect(text).toContain('{ { {x} } }')
    expect(html).toContain('{ { {x} } }')
  })

  it('prints styles, breaks, nested lists and written links', () => {
    const words = (text: string, format = 0) => ({ type: 'text', text, format })
    const item = (...children: unknown[]) => ({ type: 'listitem', children })
    const list = (listType: string, ...children: unknown[]) => ({
      type: 'list',
      listType,
      children,
    })
    const url = (href: string, text: string) => ({
      type: 'link',
      fields: { url: href },
      children: [words(text)],
    })
    const { text, html } = whole({
      body: withNodes(
        {
          type: 'paragraph',
          children: [words('gras', 1), { type: 'linebreak' }, words('penché', 2), words('tout', 3)],
        },
        list(
          'number',
          item(words('un')),
          item(list('bullet', item(words('a')))),
          item(words('deux')),
        ),
        {
          type: 'paragraph',
          children: [
            url('https://scim.example/p?a=1&b=2', 'notre page'),
            words(', '),
            url('https://scim.example/', 'scim.example'),
            words(', '),
            url('mailto:a@b.io', 'a@b.io'),
          ],
        },
      ),
    })
    expect(text).toContain('gras\npenchétout\n\n1. un\n   - a\n2. deux\n\n')
    expect(text).toContain('notre page (https://scim.example/p?a=1&b=2), scim.example, a@b.io')
    expect(html).toContain('<strong>gras</strong><br><em>penché</em><strong><em>tout</em></strong>')
    expect(html).toContain('href="https://scim.example/p?a=1&amp;b=2"')
    expect(html).toMatch(/<ol[^>]*><li[^>]*>un<ul[^>]*><li[^>]*>a<\/li><\/ul><\/li><li[^>]*>deux/)
  })

  it('gives a chip amid bold words their style', () => {
    const { html } = whole({ body: `${BODY}\n\n**avant [echeance].**` })
    expect(html).toMatch(/<strong><span [^>]*>14 h 32<\/span><\/strong>/)
  })

  it('gives numbers to call and addresses to write to a tap, and the text no second writing of them', () => {
    const body = `${BODY}\n\nAppelez [contact_telephone] ou [client_email]`
    const { text, html } = whole({
      body,
      facts: { contact_telephone: '+242 06 612 34 56', client_email: 'awa+scim@example.com' },
    })
    expect(text).toMatch(/\nAppelez \+242 06 612 34 56 ou awa\+scim@example\.com$/)
    expect(html).toContain('<a href="tel:+242066123456"')
    expect(html).toContain('<a href="mailto:awa+scim@example.com"')
  })

  it('is the same every time', () => {
    const facts = sampleFacts('fr')
    expect(render({ facts })).toEqual(render({ facts }))
  })
})
