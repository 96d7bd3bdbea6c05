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
  /** False where nothing can be chosen. */
  submit?: boolean
  /** Its button shows the rest of the question: a finger on a day presses it (portal.js). */
  shows?: boolean
}

/** One question of the funnel: a GET form, so that its answer stands in the address. */
export function Question(props: Props) {
  const {
    t,
    step,
    action,
    children,
    hidden = {},
    back,
    caption,
    field,
    error,
    submit = true,
    shows = false,
  } = props
  return (
    <>
      <BackLink href={back} t={t} />
      <ErrorSummary errors={error ? [{ path: field, message: error }] : []} t={t} />
      <Progress t={t} step={step} caption={caption} />
      <form method="get" action={action} noValidate>
        {Object.entries(hidden).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {children}
        {submit && (
          <button type="submit" data-show={shows || undefined}>
            {t.funnel.next}
          </button>
        )}
      </form>
    </>
  )
}

/** How far one is, in words and as a bar. */
export function Progress({ t, step, caption }: { t: Dictionary; step: number; caption?: string }) {
  return (
    <p className="progress">
      <span aria-hidden="true">
        {[1, 2, 3, 4].map((one) => (
          <i key={one} className={one <= step ? 'done' : undefined} />
        ))}
      </span>
      {t.funnel.step(step)}
      {caption && ` · ${caption}`}
    </p>
  )
}

export function BackLink({ href, t }: { href?: string; t: Dictionary }) {
  return href ? (
    <a className="back" href={href}>
      ← {t.funnel.back}
    </a>
  ) : null
}
