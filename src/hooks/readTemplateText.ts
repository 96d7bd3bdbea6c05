import type { FieldHook } from 'payload'
import { isTree } from '@/domain/editorState'
import { fromNotation } from '@/domain/templateNotation'
import { templateRefusal } from './templateRefusal'

const NO_TEXT = {
  fr: 'Ce texte n’a pas la forme d’un document : envoyez-le tel que l’éditeur l’enregistre, ou en une chaîne.',
  en: 'This text is not shaped as a document: send it as the editor stores it, or as a string.',
}

/**
 * Programs may send a text as a plain string, in the notation of the built-in ones. Anything but a
 * tree of nodes is refused here, before Payload's own hooks walk it and stumble.
 */
export const readTemplateText: FieldHook<{ id: number }, unknown, object> = ({
  field,
  req,
  value,
}) => {
  if (typeof value === 'string') return fromNotation(value)
  if (value === null || value === undefined || isTree(value)) return value
  throw templateRefusal(req, [
    { path: field.name === 'subject' ? 'subject' : 'body', words: NO_TEXT },
  ])
}
