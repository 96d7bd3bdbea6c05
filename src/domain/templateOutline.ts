import { readEditorState, type Block, type Inline, type List } from './editorState'
import type { Locale } from './status'
import { escapeHtml } from './templateValues'
import { isVariableName, VARIABLES } from './variables'

/** A stored text as simple HTML to be compared: chips by their names, links with their addresses. */
export function outlineOf(state: unknown, language: Locale): string {
  const { blocks } = readEditorState(state)
  const html = blocks.map((block) => blockOf(block, language)).join('')
  return html === '' ? '<p></p>' : html
}

function blockOf(block: Block, language: Locale): string {
  if (block.kind === 'list') return listOf(block, language)
  return `<p>${lineOf(block.content, language)}</p>`
}

function listOf({ ordered, items }: List, language: Locale): string {
  const tag = ordered ? 'ol' : 'ul'
  const inner = items.map(
    ({ content, lists }) =>
      `<li>${lineOf(content, language)}${lists.map((list) => listOf(list, language)).join('')}</li>`,
  )
  return `<${tag}>${inner.join('')}</${tag}>`
}

const lineOf = (line: readonly Inline[], language: Locale) =>
  line.map((inline) => inlineOf(inline, language)).join('')

function inlineOf(inline: Inline, language: Locale): string {
  if (inline.kind === 'link')
    return `${lineOf(inline.content, language)} (${escapeHtml(inline.url)})`
  const words =
    inline.kind === 'text'
      ? escapeHtml(inline.text).replaceAll('\n', '<br>')
      : `[${escapeHtml(nameOf(inline.name, language))}]`
  const slanted = inline.italic ? `<em>${words}</em>` : words
  return inline.bold ? `<strong>${slanted}</strong>` : slanted
}

const nameOf = (name: string, language: Locale) =>
  isVariableName(name) ? VARIABLES[name].label[language] : name
