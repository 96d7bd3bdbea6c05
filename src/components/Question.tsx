import type { ReactNode } from 'react'
import type { Dictionary } from '@/i18n/dictionary'
import { ErrorSummary } from './ErrorSummary'

type Props = {
  t: Dictionary
  step: number
  action: string
  children: ReactNode
  hidden?: Record<string, string>
  back?: string
  caption?: string
  field: string
  error?: string
}

/** One question of the funnel: a GET form, so that its answer stands in the address. */
export function Question({
  t,
  step,
  action,
  children,
  hidden = {},
  back,
  caption,
  field,
  error,
}: Props) {
  return (
    <>
      <BackLink href={back} t={t} />
      <ErrorSummary errors={error ? [{ path: field, message: error }] : []} t={t} />
      <p className="quiet">
        {t.funnel.step(step)}
        {caption && ` · ${caption}`}
      </p>
      <form method="get" action={action} noValidate>
        {Object.entries(hidden).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {children}
        <button type="submit">{t.funnel.next}</button>
      </form>
    </>
  )
}

export function BackLink({ href, t }: { href?: string; t: Dictionary }) {
  return href ? (
    <a className="back" href={href}>
      ← {t.funnel.back}
    </a>
  ) : null
}
