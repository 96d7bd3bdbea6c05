import { describe, expect, test } from 'vitest'
import { isTree, readEditorState } from './editorState'

const text = (words: unknown, format: unknown = 0) => ({ type: 'text', text: words, format })
const chip = (blockType: unknown) => ({ type: 'inlineBlock', fields: { blockType } })
const link = (url: unknown, ...children: unknown[]) => ({ type: 'link', fields: { url }, children })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children })
const item = (...children: unknown[]) => ({ type: 'listitem', children })
const list = (listType: unknown, ...children: unknown[]) => ({ type: 'list', listType, children })
const state = (...children: unknown[]) => ({ root: { children } })
const nested = (
  depth: number,
  make: (inner: unknown[]) => unknown,
  inner: unknown[] = [],
): unknown => (depth === 0 ? inner[0] : nested(depth - 1, make, [make(inner)]))

const words = (said: string, style = {}) => ({
  kind: 'text',
  text: said,
  bold: false,
  italic: false,
  ...style,
})
const variable = (name: string, style = {}) => ({
  kind: 'variable',
  name,
  bold: false,
  italic: false,
  ...style,
})
const lineOf = (...children: unknown[]) => {
  const { blocks, unknown } = readEditorState(state(paragraph(...children)))
  const [block] = blocks
  return { line: block?.kind === 'paragraph' ? block.content : null, unknown }
}

describe('a line', () => {
  test.each([
    [0, {}],
    [1, { bold: true }],
    [2, { italic: true }],
    [3, { bold: true, italic: true }],
    [4, {}],
    ['bold', {}],
  ])('text of format %j', (format, style) => {
    expect(lineOf(text('a', format))).toEqual({ line: [words('a', style)], unknown: [] })
  })

  test('line breaks and tabs are words, chips are variables', () => {
    expect(lineOf({ type: 'linebreak' }, { type: 'tab' }, chip('bien'))).toEqual({
      line: [words('\n'), words(' '), variable('bien')],
      unknown: [],
    })
  })

  test.each(['link', 'autolink'])('a %s has an address and words, of whatever kind', (type) => {
    const node = { ...link('https://a.io', text('ici', 1)), type }
    expect(lineOf(node)).toEqual({
      line: [{ kind: 'link', url: 'https://a.io', content: [words('ici', { bold: true })] }],
      unknown: [],
    })
    expect(lineOf(link(3, text('ici'))).line).toEqual([
      { kind: 'link', url: '', content: [words('ici')] },
    ])
  })

  test.each<[unknown, string]>([
    [text(3), 'text'],
    [{ type: 'inlineBlock', fields: null }, 'inlineBlock'],
    [chip(3), 'inlineBlock'],
    [{ ...chip('bien'), type: 'block' }, 'block'],
    [{ type: 'link', children: [] }, 'link'],
    [{ type: 'upload', text: 'x', fields: { url: 'x', blockType: 'x' } }, 'upload'],
    [{ type: 3 }, '?'],
    [{ type: 'x'.repeat(41) }, 'x'.repeat(40)],
  ])('%j is left out and named', (node, type) => {
    expect(lineOf(node)).toEqual({ line: [], unknown: [type] })
  })

  test('a link in a link is left out, what stands beside it stays', () => {
    const outer = link('https://a.io', text('a'), link('https://b.io', text('b')))
    expect(lineOf(outer)).toEqual({
      line: [{ kind: 'link', url: 'https://a.io', content: [words('a')] }],
      unknown: ['link'],
    })
  })

  test('children that are no nodes are left out, and their parent is named', () => {
    expect(lineOf(text('a'), null, 'b')).toEqual({ line: [words('a')], unknown: ['paragraph'] })
    expect(readEditorState(state({ type: 'paragraph' }))).toEqual({
      blocks: [{ kind: 'paragraph', content: [] }],
      unknown: ['paragraph'],
    })
  })
})

describe('a chip has the style of the words around it', () => {
  const bold = { bold: true }
  test.each<[string, unknown[], object]>([
    ['between bold words', [text('a', 1), chip('bien'), text('b', 1)], bold],
    ['between italic words', [text('a', 2), chip('bien'), text('b', 2)], { italic: true }],
    ['before bold words', [chip('bien'), text('b', 1)], bold],
    ['after bold words', [text('a', 1), chip('bien')], bold],
    ['after bold, before plain words', [text('a', 1), chip('bien'), text('b')], {}],
    ['after plain, before bold words', [text('a'), chip('bien'), text('b', 1)], {}],
    ['after italic, before bold words', [text('a', 2), chip('bien'), text('b', 1)], {}],
    ['alone', [chip('bien')], {}],
    [
      'at the end of a bold line',
      [text('a', 1), chip('bien'), { type: 'linebreak' }, text('b', 1)],
      bold,
    ],
    [
      'the nearest words count',
      [text('a'), text('b', 1), chip('bien'), text('c', 1), text('d')],
      bold,
    ],
    ['beside another chip', [text('a', 1), chip('bien'), chip('bien'), text('b', 1)], bold],
  ])('%s', (_, children, style) => {
    expect(lineOf(...children).line).toContainEqual(variable('bien', style))
  })
})

describe('lists', () => {
  test('hold items, in order or not', () => {
    const content = [words('a')]
    for (const [listType, ordered] of [
      ['bullet', false],
      ['number', true],
    ] as const)
      expect(readEditorState(state(list(listType, item(text('a')), item())))).toEqual({
        blocks: [
          {
            kind: 'list',
            ordered,
            items: [
              { content, lists: [] },
              { content: [], lists: [] },
            ],
          },
        ],
        unknown: [],
      })
  })

  test('below an item belong to it, also where Lexical gives them an item of their own', () => {
    const inner = list('number', item(text('b')))
    const below = { kind: 'list', ordered: true, items: [{ content: [words('b')], lists: [] }] }
    const expected = [
      { kind: 'list', ordered: false, items: [{ content: [words('a')], lists: [below] }] },
    ]
    const own = readEditorState(state(list('bullet', item(text('a')), item(inner))))
    const inside = readEditorState(state(list('bullet', item(text('a'), inner))))
    expect(own).toEqual({ blocks: expected, unknown: [] })
    expect(inside).toEqual({ blocks: expected, unknown: [] })
    expect(readEditorState(state(list('bullet', item(inner)))).blocks).toEqual([
      { kind: 'list', ordered: false, items: [{ content: [], lists: [below] }] },
    ])
    const both = readEditorState(
      state(list('bullet', item(text('a')), item(inner), item(text('c'), inner))),
    )
    expect(both.blocks).toMatchObject([
      { items: [{ lists: [below] }, { content: [words('c')], lists: [below] }] },
    ])
  })

  test('of checks, of no kind, or with other children are named', () => {
    expect(readEditorState(state(list('check', item(text('a')))))).toEqual({
      blocks: [],
      unknown: ['list'],
    })
    expect(readEditorState(state(list('bullet', text('a'), item(text('b')))))).toEqual({
      blocks: [{ kind: 'list', ordered: false, items: [{ content: [words('b')], lists: [] }] }],
      unknown: ['text'],
    })
  })

  test('nest eight deep and no deeper', () => {
    const deep = (depth: number) =>
      readEditorState(state(nested(depth, (inner) => list('bullet', item(text('a'), ...inner)))))
    expect(deep(8).unknown).toEqual([])
    expect(deep(9).unknown).toEqual(['list'])
  })
})

test.each<[unknown, string[]]>([
  [null, []],
  [undefined, []],
  [{}, ['root']],
  ['text', ['root']],
  [{ root: null }, ['root']],
  [{ root: { children: 'abc' } }, ['root']],
  [state(null), ['?']],
  [state('abc'), ['abc']],
  [state({ type: 'upload' }, { type: 'upload' }, { type: 'heading' }), ['upload', 'heading']],
])('%j has no blocks, and %j is unknown', (stored, unknown) => {
  expect(readEditorState(stored)).toEqual({ blocks: [], unknown })
})

test.each<[boolean, unknown]>([
  [true, state()],
  [true, state(text('a'))],
  [true, state(paragraph(text('a')), list('bullet', item(text('a'))))],
  [true, state(nested(23, (inner) => paragraph(...inner)))],
  [false, state(nested(24, (inner) => paragraph(...inner)))],
  [false, state(paragraph(text('a')), null)],
  [false, state(paragraph('abc'))],
  [false, state({ type: 'paragraph', children: 'abc' })],
  [false, { root: {} }],
  [false, { root: null }],
  [false, { root: { children: { length: 0 } } }],
  [false, null],
  [false, 'abc'],
])('%# is a tree of nodes: %s', (is, stored) => {
  expect(isTree(stored)).toBe(is)
})
