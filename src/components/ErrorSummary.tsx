import type { FieldError } from '@/domain/view'
import type { Dictionary } from '@/i18n/dictionary'

/** What is wrong, on top of the page, each line a link to its field (GOV.UK error summary). */
export function ErrorSummary({ errors, t }: { errors: FieldError[]; t: Dictionary }) {
  if (errors.length === 0) return null
  return (
    <div className="errors" role="alert" aria-labelledby="erreurs-titre" tabIndex={-1}>
      <h2 id="erreurs-titre">{t.funnel.errorTitle}</h2>
      <ul>
        {errors.map(({ path, message }) => (
          <li key={path}>
            <a href={`#${idOf(path)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export const idOf = (path: string) => path.replaceAll('.', '-') || 'contenu'

export const messageFor = (errors: FieldError[], path: string) =>
  errors.find((error) => error.path === path)?.message
