import type { EditorState, InlineNode, ListNode, ParagraphNode } from './editorState'

/**
 * A short way to write a text: blank lines part paragraphs, `- ` and `1. ` begin list items,
 * `**words**` are bold, `[nom]` is the chip of a variable.
 */
export function fromNotation(notation: string): EditorState {
  let count = 0
  const chipId = () => (count += 1).toString(16).padStart(24, '0')
  const children = notation
    .trim()
    .split(/\n{2,}/)
    .flatMap((part) => blocksOf(part.split('\n'), chipId))
  return { root: { type: 'root', ...FRAME, children } }
}

const FRAME = { version: 1, direction: 'ltr', format: '', indent: 0 } as const
const ITEM = /^(?:- |(\d+)\. )/

type Kind = 'text' | 'bullet' | 'number'
type ChipId = () => string

const kindOf = (line: string): Kind => {
  const mark = ITEM.exec(line)
  if (!mark) return 'text'
  return mark[1] ? 'number' : 'bullet'
}

function blocksOf(lines: string[], chipId: ChipId): (ParagraphNode | ListNode)[] {
  const [first, ...rest] = lines
  if (first === undefined) return []
  const kind = kindOf(first)
  const end = rest.findIndex((line) => kindOf(line) !== kind)
  const own = end < 0 ? lines : lines.slice(0, end + 1)
  const others = end < 0 ? [] : rest.slice(end)
  const block = kind === 'text' ? paragraphOf(own, chipId) : listOf(kind, own, chipId)
  return [block, ...blocksOf(others, chipId)]
}

function paragraphOf(lines: string[], chipId: ChipId): ParagraphNode {
  const children = lines.flatMap((line, at): InlineNode[] => [
    ...(at > 0 ? [{ type: 'linebreak' as const, version: 1 }] : []),
    ...inlinesOf(line, chipId),
  ])
  return { type: 'paragraph', ...FRAME, textFormat: 0, textStyle: '', children }
}

function listOf(listType: 'bullet' | 'number', lines: string[], chipId: ChipId): ListNode {
  return {
    type: 'list',
    ...FRAME,
    listType,
    start: 1,
    tag: listType === 'bullet' ? 'ul' : 'ol',
    children: lines.map((line, at) => ({
      type: 'listitem',
      ...FRAME,
      value: at + 1,
      children: inlinesOf(line.replace(ITEM, ''), chipId),
    })),
  }
}

function inlinesOf(line: string, chipId: ChipId): InlineNode[] {
  return line.split('**').flatMap((span, at) =>
    // What stands between brackets comes out at the odd places.
    span.split(/\[([a-z_]+)\]/).flatMap((word, part): InlineNode[] => {
      if (part % 2 === 1) return [chipOf(word, chipId())]
      return word === '' ? [] : [textOf(word, at % 2)]
    }),
  )
}

const chipOf = (blockType: string, id: string): InlineNode => ({
  type: 'inlineBlock',
  version: 1,
  fields: { id, blockName: '', blockType },
})

const textOf = (text: string, format: number): InlineNode => ({
  type: 'text',
  version: 1,
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
})
