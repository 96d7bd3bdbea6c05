import type { Block, Inline } from './editorState'

/** The paragraphs and list items, each a line of its own: what is left out is left out by line. */
export function linesOf(blocks: readonly Block[]): Inline[][] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.content]
      : block.items.flatMap((item) => [item.content, ...linesOf(item.lists)]),
  )
}

export const flat = (line: readonly Inline[]): Exclude<Inline, { kind: 'link' }>[] =>
  line.flatMap((inline) => (inline.kind === 'link' ? flat(inline.content) : [inline]))

export const namesIn = (line: readonly Inline[]): string[] =>
  flat(line).flatMap((inline) => (inline.kind === 'variable' ? [inline.name] : []))

/** Typed text with chips as a mark that no one can type. */
export const typedIn = (line: readonly Inline[]): string =>
  flat(line)
    .map((inline) => (inline.kind === 'text' ? inline.text : '\u0000'))
    .join('')
