import { ValidationError, type PayloadRequest, type ValidationFieldError } from 'payload'
import type { Words } from '@/domain/status'
import { localeOf } from '@/refusal'

export type Wrong<Path extends string> = { path: Path; words: Words }

/**
 * One error per field, with all its sentences: the panel shows one beside each, and names the fields
 * by their labels in the notice above.
 */
export function fieldRefusal<Path extends string>(
  req: PayloadRequest,
  where: { collection: string } | { global: string },
  labels: Record<Path, Words>,
  wrong: readonly Wrong<Path>[],
): ValidationError {
  const language = localeOf(req)
  const paths = [...new Set(wrong.map(({ path }) => path))]
  const errors = paths.map((path): ValidationFieldError => {
    const sentences = wrong.filter((one) => one.path === path).map(({ words }) => words[language])
    return { path, label: labels[path], message: sentences.join(' ') }
  })
  return new ValidationError({ ...where, errors, req }, req.t)
}
