import { describe, expect, it } from 'vitest'
import { readEditorState } from './editorState'
import { fromNotation } from './templateNotation'

const plain = { bold: false, italic: false }
const text = (words: string, bold = false) => ({ kind: 'text', text: words, bold, italic: false })
const chip = (name: string, bold = false) => ({ kind: 'variable', name, bold, italic: false })
const read = (notation: string) => readEditorState(fromNotation(notation)).blocks

describe('the notation of texts', () => {
  it('parts paragraphs by blank lines and breaks lines by newlines', () => {
    expect(read('\nUn\ndeux\n\n\nTrois\n')).toEqual([
      { kind: 'paragraph', content: [text('Un'), text('\n'), text('deux')] },
      { kind: 'paragraph', content: [text('Trois')] },
    ])
  })

  it('makes chips of names and bold words of stars', () => {
    expect(read('Bonjour [client_nom], **avant [echeance].** [Nom]')).toEqual([
      {
        kind: 'paragraph',
        content: [
          text('Bonjour '),
          chip('client_nom'),
          text(', '),
          text('avant ', true),
          chip('echeance', true),
          text('.', true),
          text(' [Nom]'),
        ],
      },
    ])
  })

  it('makes lists, and ends them where another kind of line begins', () => {
    const item = (words: string) => ({ content: [text(words)], lists: [] })
    expect(read('Liste :\n- un\n- deux\n1. trois\nfin')).toEqual([
      { kind: 'paragraph', content: [text('Liste :')] },
      { kind: 'list', ordered: false, items: [item('un'), item('deux')] },
      { kind: 'list', ordered: true, items: [item('trois')] },
      { kind: 'paragraph', content: [text('fin')] },
    ])
  })

  it('gives each chip of a text an id of its own', () => {
    const ids = JSON.stringify(fromNotation('[bien] [bien]\n\n- [bien]')).match(/"id":"\w{24}"/g)
    expect(new Set(ids).size).toBe(3)
  })

  it('reads an empty text as an empty document', () => {
    expect(read('  ')).toEqual([{ kind: 'paragraph', content: [] }])
  })

  it('leaves style out of what has none', () => {
    expect(read('[bien]')).toEqual([
      { kind: 'paragraph', content: [{ kind: 'variable', name: 'bien', ...plain }] },
    ])
  })

  it('reads numbers of any length, and only where a line begins', () => {
    const item = (words: string) => ({ content: [text(words)], lists: [] })
    expect(read('9. neuf\n10. dix\n11 onze - douze')).toEqual([
      { kind: 'list', ordered: true, items: [item('neuf'), item('dix')] },
      { kind: 'paragraph', content: [text('11 onze - douze')] },
    ])
  })

  it('is what Lexical itself would store', () => {
    const frame = { version: 1, direction: 'ltr', format: '', indent: 0 }
    const words = (said: string, format = 0) => ({
      type: 'text',
      version: 1,
      text: said,
      format,
      detail: 0,
      mode: 'normal',
      style: '',
    })
    const list = (listType: string, tag: string, said: string) => ({
      type: 'list',
      ...frame,
      listType,
      start: 1,
      tag,
      children: [{ type: 'listitem', ...frame, value: 1, children: [words(said)] }],
    })
    expect(fromNotation('a **b**\nc [bien]\n- d\n1. e')).toEqual({
      root: {
        type: 'root',
        ...frame,
        children: [
          {
            type: 'paragraph',
            ...frame,
            textFormat: 0,
            textStyle: '',
            children: [
              words('a '),
              words('b', 1),
              { type: 'linebreak', version: 1 },
              words('c '),
              {
                type: 'inlineBlock',
                version: 1,
                fields: { id: '0'.repeat(23) + '1', blockName: '', blockType: 'bien' },
              },
            ],
          },
          list('bullet', 'ul', 'd'),
          list('number', 'ol', 'e'),
        ],
      },
    })
  })
})
