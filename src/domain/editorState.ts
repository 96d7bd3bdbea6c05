/**
 * A text as Lexical stores it, narrowed to what a message can hold, and its reading. Stored texts
 * come from forms and REST bodies: the reader takes anything and names what it does not know.
 */

type Frame = { version: number; direction: 'ltr' | 'rtl' | null; format: ''; indent: number }

export type TextNode = {
  type: 'text'
  version: number
  text: string
  /** Lexical's bits: 1 bold, 2 italic. */
  format: number
  detail: number
  mode: 'normal'
  style: string
}
export type VariableNode = {
  type: 'inlineBlock'
  version: number
  fields: { id: string; blockName: string; blockType: string }
}
export type InlineNode = TextNode | VariableNode | { type: 'linebreak'; version: number }
export type ParagraphNode = Frame & {
  type: 'paragraph'
  textFormat: number
  textStyle: string
  children: InlineNode[]
}
export type ListNode = Frame & {
  type: 'list'
  listType: 'bullet' | 'number'
  start: number
  tag: 'ul' | 'ol'
  children: (Frame & { type: 'listitem'; value: number; children: InlineNode[] })[]
}
export type EditorState = { root: Frame & { type: 'root'; children: (ParagraphNode | ListNode)[] } }

export type Style = { bold: boolean; italic: boolean }
export type Inline =
  | ({ kind: 'text'; text: string } & Style)
  | ({ kind: 'variable'; name: string } & Style)
  | { kind: 'link'; url: string; content: Inline[] }
export type Item = { content: Inline[]; lists: List[] }
export type List = { kind: 'list'; ordered: boolean; items: Item[] }
export type Block = { kind: 'paragraph'; content: Inline[] } | List

/** `unknown`: the types of nodes that no message can hold, each once. */
export type Reading = { blocks: Block[]; unknown: string[] }

type Json = Record<string, unknown>
type Unknown = (type: unknown) => void

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** Deeper nesting is nobody's message, and would exhaust the stack. */
const DEEPEST = 8
const PLAIN: Style = { bold: false, italic: false }

/** Whether it is a tree of nodes at all, as every reader of Lexical's trees takes for granted. */
export function isTree(state: unknown): boolean {
  const areNodes = (nodes: unknown, depth: number): boolean =>
    Array.isArray(nodes) &&
    depth <= 3 * DEEPEST &&
    nodes.every(
      (node) => isObject(node) && (!('children' in node) || areNodes(node.children, depth + 1)),
    )
  return isObject(state) && isObject(state.root) && areNodes(state.root.children, 1)
}

/** Reads a stored text, whatever it is. An absent one is an empty one. */
export function readEditorState(state: unknown): Reading {
  const found = new Set<string>()
  const unknown: Unknown = (type) => found.add(typeof type === 'string' ? type.slice(0, 40) : '?')
  const root = isObject(state) ? state.root : undefined
  const absent = state === null || state === undefined
  if (!isObject(root) || !Array.isArray(root.children)) {
    if (!absent) unknown('root')
    return { blocks: [], unknown: [...found] }
  }
  const blocks = root.children.flatMap((node) => readBlock(node, unknown))
  return { blocks, unknown: [...found] }
}

function childrenOf(node: Json, unknown: Unknown): Json[] {
  const children = Array.isArray(node.children) ? node.children : []
  if (!Array.isArray(node.children) || !children.every(isObject)) unknown(node.type)
  return children.filter(isObject)
}

function readBlock(node: unknown, unknown: Unknown): Block[] {
  if (isObject(node) && node.type === 'paragraph')
    return [{ kind: 'paragraph', content: readLine(childrenOf(node, unknown), unknown) }]
  if (isObject(node) && node.type === 'list') return readList(node, unknown, 1)
  unknown(isObject(node) ? node.type : node)
  return []
}

function readList(node: Json, unknown: Unknown, depth: number): List[] {
  if (depth > DEEPEST || (node.listType !== 'bullet' && node.listType !== 'number')) {
    unknown('list')
    return []
  }
  const items: Item[] = []
  for (const item of childrenOf(node, unknown)) {
    if (item.type !== 'listitem') {
      unknown(item.type)
      continue
    }
    const children = childrenOf(item, unknown)
    const lists = children
      .filter(({ type }) => type === 'list')
      .flatMap((list) => readList(list, unknown, depth + 1))
    const own = children.filter(({ type }) => type !== 'list')
    const above = items.at(-1)
    // Lexical puts a nested list into an item of its own, below the item that it belongs to.
    if (own.length === 0 && lists.length > 0 && above) above.lists.push(...lists)
    else items.push({ content: readLine(own, unknown), lists })
  }
  return [{ kind: 'list', ordered: node.listType === 'number', items }]
}

function readLine(nodes: Json[], unknown: Unknown, inLink = false): Inline[] {
  const line = nodes.flatMap((node): Inline[] => {
    const { type, text, format, fields } = node
    if (type === 'text' && typeof text === 'string') {
      const bits = typeof format === 'number' ? format : 0
      return [{ kind: 'text', text, bold: (bits & 1) !== 0, italic: (bits & 2) !== 0 }]
    }
    if (type === 'linebreak') return [{ kind: 'text', text: '\n', ...PLAIN }]
    if (type === 'tab') return [{ kind: 'text', text: ' ', ...PLAIN }]
    if (type === 'inlineBlock' && isObject(fields) && typeof fields.blockType === 'string')
      return [{ kind: 'variable', name: fields.blockType, ...PLAIN }]
    if ((type === 'link' || type === 'autolink') && !inLink && isObject(fields))
      return [
        {
          kind: 'link',
          url: typeof fields.url === 'string' ? fields.url : '',
          content: readLine(childrenOf(node, unknown), unknown, true),
        },
      ]
    unknown(type)
    return []
  })
  return line.map((inline, at) =>
    inline.kind === 'variable' ? { ...inline, ...styleAround(line, at) } : inline,
  )
}

/** Lexical gives chips no style of their own: a chip amid bold words is meant to be bold as well. */
function styleAround(line: Inline[], at: number): Style {
  const isText = (inline: Inline) => inline.kind === 'text' && inline.text !== '\n'
  const before = line.slice(0, at).reverse().find(isText) ?? line.slice(at).find(isText)
  const after = line.slice(at).find(isText) ?? before
  if (before?.kind !== 'text' || after?.kind !== 'text') return PLAIN
  return { bold: before.bold && after.bold, italic: before.italic && after.italic }
}
