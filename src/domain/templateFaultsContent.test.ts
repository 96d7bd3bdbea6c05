import { describe, expect, it } from 'vitest'
import type { TemplateKey } from './notifications'
import { faultsOf } from './templateFaults'
import { fromNotation } from './templateNotation'

const SUBJECT = 'Votre demande [reference]'
const BODY = '[reference] [echeance]\n\n[contact_email]\n\n[lien_suivi]'

const check = (subject: string, body: string, key: TemplateKey = 'accuse_reception') =>
  faultsOf({ subject: fromNotation(subject), body: fromNotation(body) }, key)
const codes = (...args: Parameters<typeof check>) =>
  check(...args).map(({ path, code, blocks }) => `${path} ${code} ${blocks}`)
const withBody = (children: unknown) =>
  faultsOf({ subject: fromNotation(SUBJECT), body: { root: { children } } }, 'accuse_reception')
    .filter(({ blocks }) => blocks === 'save')
    .map(({ path, code, message }) => `${path} ${code}: ${message.fr}`)
const paragraph = (...children: unknown[]) => [{ type: 'paragraph', children }]
const link = (url: unknown, ...children: unknown[]) => ({ type: 'link', fields: { url }, children })

describe('the faults of a template', () => {
  it('refuse links that lead nowhere a mail may lead', () => {
    const words = { type: 'text', text: 'ici' }
    expect(withBody(paragraph(link('https://scim.example', words)))).toEqual([])
    for (const url of ['javascript:alert(1)', 'www.scim.cg', undefined])
      expect(withBody(paragraph(link(url, words)))).toEqual([
        'body bad_link: L’adresse du lien « ici » doit commencer par https://, mailto: ou tel:.',
      ])
    const chip = { type: 'inlineBlock', fields: { blockType: 'lien_suivi' } }
    expect(withBody(paragraph(link('https://scim.example', chip)))).toEqual([
      'body bad_link: « Lien de suivi » est déjà un lien : sortez-le du lien qui l’entoure.',
    ])
  })

  it.each<[string, unknown]>([
    ['upload', [{ type: 'upload', value: 3 }]],
    ['heading', [{ type: 'heading', children: [] }]],
    ['block', paragraph({ type: 'block', fields: { blockType: 'reference' } })],
    ['inlineBlock', paragraph({ type: 'inlineBlock', fields: null })],
    ['link', paragraph(link('https://a.io', link('https://b.io')))],
    ['list', [{ type: 'list', listType: 'check', children: [] }]],
    ['paragraph', [{ type: 'paragraph', children: 'abc' }]],
    ['?', [null]],
    ['root', 'abc'],
  ])('refuse the content %s', (type, children) => {
    expect(withBody(children)).toEqual([
      `body unsupported_content: Ce contenu ne peut pas partir dans un message : ${type}.`,
    ])
  })

  it.each(['Bonjour {client_nom},', 'Bonjour [client_nom],', '{ reference }', '{{prenom}}'])(
    'refuse a variable that was typed: %s',
    (text) => {
      expect(withBody(paragraph({ type: 'text', text }))).toEqual([
        'body typed_braces: N’écrivez pas les variables entre accolades ou crochets : choisissez-les dans le menu « / ».',
      ])
    },
  )

  it.each(['[sic] {a} [1]', 'a[reference', 'client_nom'])('leave other marks alone: %s', (text) => {
    expect(withBody(paragraph({ type: 'text', text }))).toEqual([])
  })

  it('refuse a text too long for a phone', () => {
    const others = codes(SUBJECT, BODY)
    const long = (letters: number) => codes(SUBJECT, `${BODY}\n\n${'x'.repeat(letters)}`)
    expect(long(4000)).toEqual(others)
    expect(long(5001)).toEqual(['body too_long publication', ...others])
  })

  it('refuse a list or a link in the subject', () => {
    expect(codes('- [reference]', BODY)).toEqual(['subject unsupported_content save'])
  })

  it('refuse lists nested beyond reason, without exhausting the stack', () => {
    let list: unknown = { type: 'list', listType: 'bullet', children: [] }
    for (let depth = 0; depth < 2000; depth += 1)
      list = {
        type: 'list',
        listType: 'bullet',
        children: [{ type: 'listitem', children: [list] }],
      }
    expect(withBody([list])).toEqual([
      'body unsupported_content: Ce contenu ne peut pas partir dans un message : list.',
    ])
  })

  it('name a link in a subject, and one whose address leads nowhere by its words', () => {
    const subject = {
      root: { children: paragraph(link('https://a.io', { type: 'text', text: 'a' })) },
    }
    expect(faultsOf({ subject, body: fromNotation(BODY) }, 'accuse_reception')).toEqual([
      {
        path: 'subject',
        code: 'unsupported_content',
        blocks: 'save',
        message: {
          fr: 'Ce contenu ne peut pas partir dans un message : link.',
          en: 'This content cannot be sent in a message: link.',
        },
      },
    ])
    const named = (url: string, ...children: unknown[]) =>
      withBody(paragraph(link(url, ...children)))
    const which = (shown: string) => [
      `body bad_link: L’adresse du lien « ${shown} » doit commencer par https://, mailto: ou tel:.`,
    ]
    expect(named('x', { type: 'text', text: ' un \n\n deux ' })).toEqual(which('un deux'))
    expect(named('x', { type: 'text', text: 'y'.repeat(41) })).toEqual(which('y'.repeat(40)))
    expect(named('z'.repeat(41))).toEqual(which('z'.repeat(40)))
  })

  it('refuse a link variable within a link, not a word', () => {
    const chip = (blockType: string) => ({ type: 'inlineBlock', fields: { blockType } })
    expect(withBody(paragraph(link('https://a.io', chip('bien'))))).toEqual([])
  })
})
