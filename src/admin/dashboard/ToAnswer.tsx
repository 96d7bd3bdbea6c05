import Link from 'next/link'
import { late, toAnswer } from '@/admin/listLinks'
import { promiseLine } from '@/admin/promiseLine'
import { KIND_LABELS, type Locale } from '@/domain/status'
import { unbroken, whenInWords } from '@/domain/wording'
import { env } from '@/env'
import type { Line } from './dashboardFacts'
import type { Part } from './part'

/** The oldest promise first; those already broken stand apart, above. */
export function ToAnswer({ waiting, words, locale, now }: Part) {
  const [first] = waiting
  const lines = waiting.map((line) => ({ line, promise: promiseLine(line, now, locale) }))
  const overdue = lines.filter(({ promise }) => promise?.late)
  const others = lines.filter(({ promise }) => !promise?.late)
  const lateCount = first?.late ?? 0
  const count = (first?.count ?? 0) - lateCount
  return (
    <>
      {overdue.length > 0 && (
        <section className="scim-block scim-tile-wide scim-late">
          <h2>{words.late(lateCount)}</h2>
          <p>{words.lateHint}</p>
          <Lines lines={overdue} locale={locale} answered={words.answered} />
          <p className="scim-more">
            <Link href={late(now)} prefetch={false}>
              {words.all}
              <span className="scim-hidden"> : {words.late(lateCount)}</span>
            </Link>
          </p>
        </section>
      )}
      <section className="scim-block scim-tile-wide">
        <h2>{words.toAnswer(count)}</h2>
        {others.length === 0 && count === 0 && (
          <p>{lateCount > 0 ? words.nothingElse : words.nothing}</p>
        )}
        <Lines lines={others} locale={locale} answered={words.answered} />
        <p className="scim-more">
          <Link href={toAnswer()} prefetch={false}>
            {words.all}
            <span className="scim-hidden"> : {words.toAnswer(count)}</span>
          </Link>
        </p>
      </section>
    </>
  )
}

type Waiting = { line: Line; promise: ReturnType<typeof promiseLine> }

function Lines(props: { lines: Waiting[]; locale: Locale; answered: string }) {
  const { lines, locale, answered } = props
  return (
    <ul className="scim-list">
      {lines.map(({ line, promise }) => (
        <li key={line.id} className={`scim-row${promise?.late ? ' late' : ''}`}>
          <Link href={`/admin/collections/reservations/${line.id}`} prefetch={false}>
            {line.reference}
          </Link>
          <strong>{promise?.open ? `${promise.words} (${promise.before})` : answered}</strong>
          <span>
            {KIND_LABELS[line.kind][locale]} · {line.client} · {line.property} ·{' '}
            {unbroken(
              whenInWords({
                kind: line.kind,
                startsAt: new Date(line.startsAt),
                endsAt: new Date(line.endsAt),
                zone: env.timeZone,
                locale,
              }),
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
