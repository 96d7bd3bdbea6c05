import type { UIFieldServerProps } from 'payload'
import { ACTOR_LABELS, REASON_LABELS, STATUS_LABELS } from '@/domain/status'
import { clockTime, dayInWords } from '@/domain/wording'
import { env } from '@/env'
import { adminLocale, adminWords } from './words'

/** What happened to this reservation, oldest first. */
export async function Timeline({ id, payload, req, i18n }: UIFieldServerProps) {
  if (id === undefined) return null
  const locale = adminLocale(i18n)
  const { docs } = await payload.find({
    collection: 'status-history',
    where: { reservation: { equals: id } },
    sort: 'at',
    depth: 0,
    limit: 50,
    pagination: false,
    overrideAccess: false,
    user: req.user,
  })
  return (
    <section className="scim-block">
      <h3>{adminWords(locale).timeline}</h3>
      <ol className="scim-timeline">
        {docs.map(({ id: step, to, at, actor, actorName, reason, note }) => {
          const instant = new Date(at)
          return (
            <li key={step}>
              <strong>{reason ? REASON_LABELS[reason][locale] : STATUS_LABELS[to][locale]}</strong>{' '}
              <span>
                {dayInWords(instant, env.timeZone, locale)},{' '}
                {clockTime(instant, env.timeZone, locale)} · {ACTOR_LABELS[actor][locale]}
                {actorName && ` (${actorName})`}
              </span>
              {note && <blockquote>{note}</blockquote>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
