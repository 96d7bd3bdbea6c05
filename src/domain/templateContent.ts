import { closestName } from './closestName'
import type { Inline, Reading } from './editorState'
import type { TemplateKey } from './notifications'
import type { Words } from './status'
import { linesOf, namesIn, typedIn } from './templateLines'
import { addressOf, LINKABLE } from './templateValues'
import { isAllowed, refusedInSubject, TEMPLATE_VARIABLES } from './templateVariables'
import { isVariableName, VARIABLES, variablesNamed } from './variables'

export type FaultCode =
  | 'unknown_variable'
  | 'refused_variable'
  | 'typed_braces'
  | 'bad_link'
  | 'unsupported_content'
  | 'missing_variable'
  | 'vanishing_variable'
  | 'empty'
  | 'too_long'
  | 'several_lines'

export type Fault = {
  path: 'subject' | 'body'
  code: FaultCode
  message: Words
  /** `save`: even a draft is refused. `publication`: a draft may have it, a used text may not. */
  blocks: 'save' | 'publication'
}

/** The two parts of a template as stored; they are read with suspicion. */
export type TemplateSource = Readonly<Record<Fault['path'], unknown>>

/** What no text may hold, draft or not: content that could not be sent as it looks. */
export function contentFaults(path: Fault['path'], reading: Reading, key: TemplateKey): Fault[] {
  const lines = linesOf(reading.blocks)
  const fault = (code: FaultCode, message: Words): Fault => ({
    path,
    code,
    message,
    blocks: 'save',
  })
  const unsupported = path === 'subject' ? notForSubject(reading) : reading.unknown
  return [
    ...unsupported.map((type) =>
      fault('unsupported_content', {
        fr: `Ce contenu ne peut pas partir dans un message : ${type}.`,
        en: `This content cannot be sent in a message: ${type}.`,
      }),
    ),
    ...[...new Set(lines.flatMap(namesIn))].flatMap((name) => {
      const message = nameRefusal(name, path, key)
      return message ? [fault(message.code, message.words)] : []
    }),
    ...(lines.some((line) => isTypedVariable(typedIn(line)))
      ? [
          fault('typed_braces', {
            fr: 'N’écrivez pas les variables entre accolades ou crochets : choisissez-les dans le menu « / ».',
            en: 'Do not type variables between braces or brackets: choose them in the “/” menu.',
          }),
        ]
      : []),
    ...lines.flat().flatMap((inline) => {
      const words = inline.kind === 'link' ? linkRefusal(inline) : null
      return words ? [fault('bad_link', words)] : []
    }),
  ]
}

/** '{{x}}', or the name of a variable as other programs write it: it would be sent as it stands. */
const isTypedVariable = (text: string) =>
  /\{\{|\}\}/.test(text) ||
  [...text.matchAll(/\{\s*(\w+)\s*\}|\[\s*(\w+)\s*\]/g)].some(([, braced, bracketed]) =>
    isVariableName(braced ?? bracketed ?? ''),
  )

function notForSubject({ blocks, unknown }: Reading): string[] {
  const hasLink = linesOf(blocks).some((line) => line.some(({ kind }) => kind === 'link'))
  const hasList = blocks.some(({ kind }) => kind === 'list')
  return [...unknown, ...(hasLink ? ['link'] : []), ...(hasList ? ['list'] : [])]
}

function nameRefusal(
  name: string,
  path: Fault['path'],
  key: TemplateKey,
): { code: FaultCode; words: Words } | null {
  if (!isVariableName(name)) {
    const near = closestName(name, TEMPLATE_VARIABLES[key].allowed)
    const typed = name.slice(0, 40)
    return {
      code: 'unknown_variable',
      words: {
        fr: `La variable « ${typed} » n’existe pas.${near ? ` Vouliez-vous « ${near} » ?` : ''}`,
        en: `There is no variable “${typed}”.${near ? ` Did you mean “${near}”?` : ''}`,
      },
    }
  }
  const { label } = VARIABLES[name]
  if (!isAllowed(name, key))
    return {
      code: 'refused_variable',
      words: {
        fr: `« ${label.fr} » n’est pas connu au moment de ce message : retirez cette variable.`,
        en: `“${label.en}” is not known when this message is written: remove this variable.`,
      },
    }
  const why = path === 'subject' ? refusedInSubject(name, key) : null
  return why === null
    ? null
    : {
        code: 'refused_variable',
        words: {
          fr: `« ${label.fr} » ne peut pas être dans l’objet : ${why.fr}.`,
          en: `“${label.en}” cannot stand in the subject: ${why.en}.`,
        },
      }
}

function linkRefusal(link: Extract<Inline, { kind: 'link' }>): Words | null {
  if (addressOf(link.url, LINKABLE) === null) {
    const words = typedIn(link.content)
      .replace(/[\s\u0000]+/g, ' ')
      .trim()
      .slice(0, 40)
    const which = words || link.url.slice(0, 40)
    return {
      fr: `L’adresse du lien « ${which} » doit commencer par https://, mailto: ou tel:.`,
      en: `The address of the link “${which}” must begin with https://, mailto: or tel:.`,
    }
  }
  const nested = variablesNamed(namesIn(link.content)).find(
    (name) => VARIABLES[name].type !== 'text',
  )
  return nested
    ? {
        fr: `« ${VARIABLES[nested].label.fr} » est déjà un lien : sortez-le du lien qui l’entoure.`,
        en: `“${VARIABLES[nested].label.en}” is a link already: take it out of the link around it.`,
      }
    : null
}
