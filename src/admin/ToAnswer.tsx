import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { isEditor } from '@/access'
import { KIND_LABELS } from '@/domain/status'
import { promiseLine } from './promiseLine'
import { adminLocale, adminWords } from './words'

type Props = Pick<AdminViewServerProps, 'payload' | 'user' | 'i18n'>

/** The morning's first question: what must be answered now, the oldest promise first. */
export async function ToAnswer({ payload, user, i18n }: Props) {
  if (!user || isEditor({ req: { user } })) return null
  const locale = adminLocale(i18n)
  const words = adminWords(locale)
  const asked = { overrideAccess: false, user, depth: 1, joins: false } as const
  const { docs } = await payload.find({
    ...asked,
    collection: 'reservations',
    where: { status: { equals: 'en_attente' } },
    sort: 'awaitingUntil',
    limit: 20,
    pagination: false,
  })
  const { totalDocs: stuck } = await payload.count({
    overrideAccess: false,
    user,
    collection: 'messages',
    // What was withdrawn did not fail: it was no longer true.
    where: { state: { in: ['echouee', 'abandonnee'] }, withdrawnAt: { exists: false } },
  })
  const now = new Date()
  return (
    <section className="scim-block">
      <h2>{words.toAnswer}</h2>
      {docs.length === 0 && <p>{words.nothing}</p>}
      <ul className="scim-list">
        {docs.map((reservation) => {
          const line = promiseLine(reservation, now, locale)
          const { id, reference, kind, clientName, property } = reservation
          return (
            <li key={id} className={line?.late ? 'late' : undefined}>
              <Link href={`/admin/collections/reservations/${id}`} prefetch={false}>
                {reference}
              </Link>{' '}
              <span>
                {KIND_LABELS[kind][locale]} · {clientName} ·{' '}
                {typeof property === 'object' ? property.title : ''}
              </span>{' '}
              <strong>
                {line?.before} ({line?.words})
              </strong>
            </li>
          )
        })}
      </ul>
      <p>
        {stuck > 0 && (
          <>
            <Link
              href="/admin/collections/messages?where[state][in]=echouee,abandonnee&where[withdrawnAt][exists]=false"
              prefetch={false}
            >
              {words.stuck(stuck)}
            </Link>{' '}
            ·{' '}
          </>
        )}
        <Link href="/admin/collections/reservations" prefetch={false}>
          {words.allReservations}
        </Link>
      </p>
    </section>
  )
}
