import { ValidationError, type PayloadRequest, type ValidationFieldError } from 'payload'
import type { Words } from '@/domain/status'
import { localeOf } from '@/refusal'

type Path = 'key' | 'locale' | 'subject' | 'body'
export type Wrong = { path: Path; words: Words }

const LABELS: Record<Path, Words> = {
  key: { fr: 'Message', en: 'Message' },
  locale: { fr: 'Langue', en: 'Language' },
  subject: { fr: 'Objet', en: 'Subject' },
  body: { fr: 'Message', en: 'Message' },
}

/** One error per field, with all its sentences: the panel shows one beside each. */
export function templateRefusal(req: PayloadRequest, wrong: readonly Wrong[]): ValidationError {
  const language = localeOf(req)
  const paths = [...new Set(wrong.map(({ path }) => path))]
  const errors = paths.map((path): ValidationFieldError => {
    const sentences = wrong.filter((one) => one.path === path).map(({ words }) => words[language])
    return { path, label: LABELS[path], message: sentences.join(' ') }
  })
  return new ValidationError({ collection: 'message-templates', errors, req }, req.t)
}
