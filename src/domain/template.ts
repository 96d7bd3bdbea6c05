import {
  readEditorState,
  type Block,
  type EditorState,
  type Inline,
  type List,
} from './editorState'
import type { TemplateKey } from './notifications'
import {
  printHtml,
  printText,
  type Paragraph,
  type Printed,
  type PrintedList,
  type Run,
} from './templatePrint'
import type { TemplateSource } from './templateContent'
import { faultsOf } from './templateFaults'
import { addressOf, cleanText, cleanValue, contactAddress, LINKABLE, WEB } from './templateValues'
import { NEUTRAL_COLOUR } from './agency'
import { isOptional } from './templateVariables'
import { isVariableName, VARIABLES, type Facts, type VariableName } from './variables'
import type { Locale } from './status'

/** A template as written and stored: two Lexical documents. */
export type TemplateDocument = { subject: EditorState; body: EditorState }

export type Rendered =
  | { ok: true; subject: string; text: string; html: string }
  /** `fault`: a sentence in French, for admins; never a value of a client's. */
  | { ok: false; fault: string }

type Target = {
  key: TemplateKey
  locale: Locale
  /** Of buttons and links: the agency's main colour. */
  accent?: string
}
type Setting = Target & { facts: Facts; missing: Set<VariableName>; longest?: number }

/** A subject stays readable whatever a value holds. Characters. */
const LONGEST_SUBJECT_VALUE = 80

/**
 * Fills a template. The text and the HTML part are printed from the same filled lines, so they say
 * the same. Paragraphs and list items about an optional variable without a value are left out;
 * anything else missing or wrong gives a fault instead of a message with a hole.
 */
export function renderTemplate(document: TemplateSource, facts: Facts, target: Target): Rendered {
  const { fault, reading } = judged(document, target.key)
  return fault === null ? fill(reading, facts, target) : { ok: false, fault }
}

type Parts = Record<'subject' | 'body', readonly Block[]>
type Judgement = { fault: string | null; reading: Parts }
const judgements = new WeakMap<TemplateSource, Map<TemplateKey, Judgement>>()

/** One document is read and judged once, however many messages are filled from it. */
function judged(document: TemplateSource, key: TemplateKey): Judgement {
  const known = judgements.get(document) ?? new Map<TemplateKey, Judgement>()
  judgements.set(document, known)
  const before = known.get(key)
  if (before) return before
  const [wrong] = faultsOf(document, key)
  const judgement = { fault: wrong?.message.fr ?? null, reading: readParts(document) }
  known.set(key, judgement)
  return judgement
}

const readParts = ({ subject, body }: TemplateSource): Parts => ({
  subject: readEditorState(subject).blocks,
  body: readEditorState(body).blocks,
})

/** The same for a text that is still being written: what it lacks keeps nobody from looking at it. */
export const fillTemplate = (document: TemplateSource, facts: Facts, target: Target): Rendered =>
  fill(readParts(document), facts, target)

function fill(
  reading: Parts,
  facts: Facts,
  { key, locale, accent = NEUTRAL_COLOUR }: Target,
): Rendered {
  const setting: Setting = { key, locale, facts, missing: new Set() }
  const subject = subjectOf(reading.subject, { ...setting, longest: LONGEST_SUBJECT_VALUE })
  const body = reading.body.flatMap((block) => fillBlock(block, setting))
  const [missing] = setting.missing
  if (missing)
    return { ok: false, fault: `« ${VARIABLES[missing].label.fr} » n’a pas de valeur utilisable.` }
  if (subject === '' || body.length === 0)
    return { ok: false, fault: 'Rien ne reste du message sans les variables facultatives.' }
  return {
    ok: true,
    subject,
    text: printText(body, locale),
    html: printHtml(body, accent),
  }
}

function subjectOf(blocks: readonly Block[], setting: Setting): string {
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? (fillLine(block.content, setting) ?? []) : [],
  )
  return lines
    .flatMap(({ pieces }) => pieces.map(({ text }) => text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function fillBlock(block: Block, setting: Setting): Printed[] {
  if (block.kind === 'list') return fillList(block, setting)
  const line = fillLine(block.content, setting)
  return line && !isBlank(line) ? [{ kind: 'paragraph', line }] : []
}

/** An item that is left out takes the lists below it along; an empty one hands them to its own list. */
function fillList(list: List, setting: Setting): PrintedList[] {
  const items = list.items.flatMap(({ content, lists }): PrintedList['items'] => {
    const line = fillLine(content, setting)
    if (!line) return []
    const below = lists.flatMap((inner) => fillList(inner, setting))
    return isBlank(line) ? below.flatMap((inner) => inner.items) : [{ line, lists: below }]
  })
  return items.length > 0 ? [{ kind: 'list', ordered: list.ordered, items }] : []
}

const isBlank = (line: Paragraph) =>
  line.every(({ pieces }) => pieces.every(({ text }) => text.trim() === ''))

/** The line with its values, or null when an optional one has none: then the line is left out. */
function fillLine(content: readonly Inline[], setting: Setting): Paragraph | null {
  const absent = namedIn(content).filter((name) => valueOf(name, setting) === null)
  const sure = absent.filter((name) => !isOptional(name, setting.key))
  sure.forEach((name) => setting.missing.add(name))
  if (absent.length > 0) return null
  return withoutBraces(
    content.flatMap((inline) => linksOf(inline, setting) ?? [fillInline(inline, setting)]),
  )
}

/** The links that a variable of several stands for, each on a line of its own; null for all else. */
function linksOf(inline: Inline, setting: Setting): Run[] | null {
  if (inline.kind !== 'variable' || !isVariableName(inline.name)) return null
  if (VARIABLES[inline.name].type !== 'links') return null
  const { bold, italic } = inline
  const lines = (valueOf(inline.name, setting) ?? '').split('\n')
  return lines.flatMap((line, index): Run[] => {
    const [, words = line, address = ''] = /^(.*\S) (\S+)$/.exec(line) ?? []
    const href = addressOf(address, WEB)
    const run = {
      href,
      pieces: [{ text: href ? words : line, bold, italic }],
      named: href !== null,
    }
    const ends = { href: null, pieces: [{ text: '\n', bold, italic }], named: false }
    return index === 0 ? [run] : [ends, run]
  })
}

const namedIn = (content: readonly Inline[]): VariableName[] =>
  content.flatMap((inline) => {
    if (inline.kind === 'link') return namedIn(inline.content)
    return inline.kind === 'variable' && isVariableName(inline.name) ? [inline.name] : []
  })

function valueOf(name: VariableName, { facts, longest }: Setting): string | null {
  const whole = cleanValue(facts[name])
  const value = whole === null || !longest ? whole : shortened(whole, longest)
  return value !== null && VARIABLES[name].type === 'url' ? addressOf(value, WEB) : value
}

function shortened(text: string, longest: number): string {
  const characters = [...text]
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}

function fillInline(inline: Inline, setting: Setting): Run {
  if (inline.kind === 'link') {
    const pieces = inline.content.flatMap((inner) => fillInline(inner, setting).pieces)
    const shown = pieces.some(({ text }) => text.trim() !== '')
    return { href: shown ? addressOf(inline.url, LINKABLE) : null, pieces, named: false }
  }
  const { bold, italic } = inline
  if (inline.kind === 'text')
    return { href: null, pieces: [{ text: cleanText(inline.text), bold, italic }], named: false }
  const { name } = inline
  const variable = isVariableName(name) ? VARIABLES[name] : null
  const value = isVariableName(name) ? (valueOf(name, setting) ?? '') : ''
  if (variable?.type === 'url')
    return {
      href: value,
      pieces: [{ text: variable.button[setting.locale], bold, italic }],
      named: true,
    }
  const href = variable?.opens ? contactAddress(variable.opens, value) : null
  return { href, pieces: [{ text: value, bold, italic }], named: false }
}

/** A brace typed beside a value that begins with one would read as a hole. */
function withoutBraces(line: Paragraph): Paragraph {
  let last = ''
  return line.map((run) => ({
    ...run,
    pieces: run.pieces.map((piece) => {
      const apart = last !== '' && '{}'.includes(last) && piece.text.startsWith(last)
      last = piece.text.at(-1) ?? last
      return apart ? { ...piece, text: ` ${piece.text}` } : piece
    }),
  }))
}
