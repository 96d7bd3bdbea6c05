import { readEditorState, type Block, type Reading } from './editorState'
import type { TemplateKey } from './notifications'
import { LOCALES, type Words } from './status'
import { contentFaults, type Fault, type FaultCode, type TemplateSource } from './templateContent'
import { flat, linesOf, namesIn, typedIn } from './templateLines'
import { isOptional, TEMPLATE_VARIABLES } from './templateVariables'
import { VARIABLES, variablesNamed, type VariableName } from './variables'

/** What keeps a text from being used, said to the person who writes it. */

const LONGEST_SUBJECT = 120
/** Twice the longest of ours, and more: it is read on a phone, and paid for by the kilobyte. */
const LONGEST_BODY = 5000

/** Every fault of a template, or none: then it renders for any complete facts. */
export function faultsOf(document: TemplateSource, key: TemplateKey): Fault[] {
  const subject = readEditorState(document.subject)
  const body = readEditorState(document.body)
  const always = new Set([...sureNames(subject.blocks, key), ...sureNames(body.blocks, key)])
  return [
    ...contentFaults('subject', subject, key),
    ...contentFaults('body', body, key),
    ...emptyFaults({ subject, body }),
    ...subjectFaults(subject),
    ...bodyFaults(body),
    ...requiredFaults({ subject, body }, always, key),
  ]
}

/** Names that stand in the message whatever the facts: no other name that they vanish with is optional. */
function sureNames(
  blocks: readonly Block[],
  key: TemplateKey,
  above: readonly VariableName[] = [],
): VariableName[] {
  return blocks.flatMap((block) => {
    const lines = block.kind === 'list' ? block.items : [{ content: block.content, lists: [] }]
    return lines.flatMap(({ content, lists }) => {
      const own = variablesNamed(namesIn(content))
      const together = [...above, ...own]
      const sure = own.filter((name) =>
        together.every((other) => other === name || !isOptional(other, key)),
      )
      return [...sure, ...sureNames(lists, key, together)]
    })
  })
}

const isEmpty = ({ blocks }: Reading) =>
  linesOf(blocks).every((line) => typedIn(line).trim() === '')

function emptyFaults(parts: Record<Fault['path'], Reading>): Fault[] {
  const words = {
    subject: { fr: 'L’objet est vide.', en: 'The subject is empty.' },
    body: { fr: 'Le message est vide.', en: 'The message is empty.' },
  }
  return (['subject', 'body'] as const)
    .filter((path) => isEmpty(parts[path]))
    .map((path) => ({ path, code: 'empty', message: words[path], blocks: 'publication' }))
}

function subjectFaults({ blocks }: Reading): Fault[] {
  const fault = (code: FaultCode, message: Words): Fault[] => [
    { path: 'subject', code, message, blocks: 'publication' },
  ]
  const lines = linesOf(blocks).filter((line) => typedIn(line) !== '')
  const severalLines = lines.length > 1 || lines.some((line) => typedIn(line).includes('\n'))
  const lengths = LOCALES.map((locale) =>
    lines.flatMap(flat).reduce((sum, inline) => {
      if (inline.kind === 'text') return sum + [...inline.text].length
      const [name] = variablesNamed([inline.name])
      return sum + (name ? VARIABLES[name].sample[locale].length : 0)
    }, 0),
  )
  const length = Math.max(...lengths)
  return [
    ...(severalLines
      ? fault('several_lines', {
          fr: 'L’objet tient sur une seule ligne.',
          en: 'The subject is one line.',
        })
      : []),
    ...(length > LONGEST_SUBJECT
      ? fault('too_long', {
          fr: `L’objet a environ ${length} caractères : ${LONGEST_SUBJECT} au plus, sinon il est coupé.`,
          en: `The subject has about ${length} characters: at most ${LONGEST_SUBJECT}, or it is cut.`,
        })
      : []),
  ]
}

function bodyFaults({ blocks }: Reading): Fault[] {
  const length = linesOf(blocks).reduce((sum, line) => sum + [...typedIn(line)].length, 0)
  if (length <= LONGEST_BODY) return []
  const message = {
    fr: `Le message a ${length} caractères : ${LONGEST_BODY} au plus, pour qu’on le lise sur un téléphone.`,
    en: `The message has ${length} characters: at most ${LONGEST_BODY}, to be read on a phone.`,
  }
  return [{ path: 'body', code: 'too_long', message, blocks: 'publication' }]
}

function requiredFaults(
  parts: Record<Fault['path'], Reading>,
  always: ReadonlySet<VariableName>,
  key: TemplateKey,
): Fault[] {
  const present = new Set(
    [...linesOf(parts.subject.blocks), ...linesOf(parts.body.blocks)].flatMap(namesIn),
  )
  return TEMPLATE_VARIABLES[key].required
    .filter((name) => !always.has(name))
    .map((name) => {
      const { fr, en } = VARIABLES[name].label
      const base = { path: 'body', blocks: 'publication' } as const
      return present.has(name)
        ? {
            ...base,
            code: 'vanishing_variable',
            message: {
              fr: `« ${fr} » est obligatoire mais partage son paragraphe avec une variable parfois sans valeur, et disparaîtrait avec elle : séparez-les.`,
              en: `“${en}” is required but shares its paragraph with a variable that can be without a value, and would vanish with it: separate them.`,
            },
          }
        : {
            ...base,
            code: 'missing_variable',
            message: {
              fr: `Il manque la variable obligatoire « ${fr} ».`,
              en: `The required variable “${en}” is missing.`,
            },
          }
    })
}
