import { describe, expect, it } from 'vitest'
import { printHtml, printText, type Piece, type Printed, type Run } from './templatePrint'

const ACCENT = '#0b5d5b'
const piece = (text: string, style: Partial<Piece> = {}): Piece => ({
  text,
  bold: false,
  italic: false,
  ...style,
})
const words = (text: string): Run => ({ href: null, pieces: [piece(text)], named: false })
const link = (href: string, text: string, named = false): Run => ({
  href,
  pieces: [piece(text)],
  named,
})
const paragraph = (...line: Run[]): Printed => ({ kind: 'paragraph', line })
type PrintedItems = Extract<Printed, { kind: 'list' }>['items']
const list = (ordered: boolean, items: PrintedItems): Extract<Printed, { kind: 'list' }> => ({
  kind: 'list',
  ordered,
  items,
})
const item = (text: string, ...lists: Extract<Printed, { kind: 'list' }>[]) => ({
  line: [words(text)],
  lists,
})

describe('plain text', () => {
  it('parts blocks by a blank line and indents what stands below', () => {
    const ten = Array.from({ length: 9 }, (_, at) => item(String(at + 1)))
    const inner = list(false, [item('a\nb'), item('c', list(true, [item('d')]))])
    expect(
      printText([paragraph(words('Un')), list(true, [...ten, item('x\ny', inner)])], 'fr'),
    ).toBe(
      [
        'Un',
        '',
        ...['1. 1', '2. 2', '3. 3', '4. 4', '5. 5', '6. 6', '7. 7', '8. 8', '9. 9'],
        '10. x',
        '    y',
        '    - a',
        '      b',
        '    - c',
        '      1. d',
      ].join('\n'),
    )
  })

  it('has no blanks around line ends, nor around the whole', () => {
    expect(printText([paragraph(words('  a  \n  b '), words(' c  '))], 'fr')).toBe('a\nb  c')
  })

  it.each([
    [link('https://a.io/b', 'ici'), 'ici (https://a.io/b)'],
    [link('https://a.io/', 'a.io'), 'a.io'],
    [link('http://a.io/b', 'https://a.io/b/'), 'https://a.io/b/'],
    [link('mailto:a@b.io', 'a@b.io'), 'a@b.io'],
    [link('tel:+242066123456', '+242 06 612-34.56'), '+242 06 612-34.56'],
    [link('tel:+242066123456', '(+242) 066123456'), '(+242) 066123456'],
    [link('tel:+242066123456', '+242066123457'), '+242066123457 (tel:+242066123456)'],
    [link('https://a.io/b', 'Suivre', true), 'Suivre : https://a.io/b'],
  ])('the link %j reads %s', (run, text) => {
    expect(printText([paragraph(run)], 'fr')).toBe(text)
  })

  it('has no space before an English colon', () => {
    expect(printText([paragraph(link('https://a.io/b', 'Follow', true))], 'en')).toBe(
      'Follow: https://a.io/b',
    )
  })
})

describe('HTML', () => {
  const html = (...line: Run[]) => printHtml([paragraph(...line)], ACCENT)
  const inParagraph = (inner: string) => `<p style="margin:0 0 16px">${inner}</p>`

  it('makes a button of a named link that stands alone', () => {
    const button = html(words(' '), link('https://a.io/?b&c', 'Suivre <moi>', true), words('\n'))
    expect(button).toBe(
      '<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px"><tr>' +
        '<td bgcolor="#0b5d5b" style="border-radius:6px"><a href="https://a.io/?b&amp;c" ' +
        'style="display:inline-block;padding:12px 20px;color:#ffffff;font-weight:bold;text-decoration:none">' +
        'Suivre &lt;moi&gt;</a></td></tr></table>',
    )
  })

  it('makes none of a written link, nor amid words', () => {
    const anchor = (text: string) =>
      `<a href="https://a.io/" class="lien" style="color:#0b5d5b">${text}</a>`
    expect(html(link('https://a.io/', 'ici'))).toBe(inParagraph(anchor('ici')))
    expect(html(link('https://a.io/', 'Suivre', true), words('vite'))).toBe(
      inParagraph(`${anchor('Suivre')}vite`),
    )
    expect(html(words(' '))).toBe(inParagraph(' '))
  })

  it.each(['+242 06 612 34 56', 'RSV-7K3M-9QXA', '9 h 00', '2:32 pm'])(
    'never breaks %s over two lines',
    (whole) => {
      expect(html(words(`avant ${whole}, ou`))).toBe(
        inParagraph(`avant <span style="white-space:nowrap">${whole}</span>, ou`),
      )
    },
  )

  it.each(['12 halls', '9 h 0', '1 + 2 = 3', 'RSV-7K3M'])('leaves %s as it is', (text) => {
    expect(html(words(text))).toBe(inParagraph(text))
  })

  it('nests lists of either kind', () => {
    const inner = list(true, [item('b')])
    expect(
      printHtml([list(false, [item('a', inner, inner), item('c')]), paragraph(words('d'))], ACCENT),
    ).toBe(
      '<ul style="margin:0 0 16px;padding:0 0 0 24px"><li style="margin:0 0 4px">a' +
        '<ol style="margin:0 0 16px;padding:0 0 0 24px"><li style="margin:0 0 4px">b</li></ol>'.repeat(
          2,
        ) +
        '</li><li style="margin:0 0 4px">c</li></ul>\n' +
        inParagraph('d'),
    )
  })

  it('styles pieces, breaks lines, and lets no French mark begin one', () => {
    const pieces = [
      piece('a\nb', { bold: true }),
      piece('c', { italic: true }),
      piece('d', { bold: true, italic: true }),
      piece(' « oui » : quoi ; non ! si ? a b'),
    ]
    expect(html({ href: null, pieces, named: false })).toBe(
      inParagraph(
        '<strong>a<br>b</strong><em>c</em><strong><em>d</em></strong>' +
          ' «\u00a0oui\u00a0»\u00a0: quoi\u00a0; non\u00a0! si\u00a0? a b',
      ),
    )
  })
})
