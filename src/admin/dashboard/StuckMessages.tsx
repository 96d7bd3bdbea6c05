import Link from 'next/link'
import { Tag } from '@/admin/Tag'
import { FATE_COLOURS, FATE_LABELS, fateOf } from '@/domain/ledger'
import type { Part } from './part'

/** Messages that failed, with the way to all of them. */
export function StuckMessages({ stuck, words, locale }: Part) {
  const [first] = stuck
  return (
    <section className="scim-block">
      <h2>
        {words.stuck}
        {first && ` (${first.count})`}
      </h2>
      {!first && <p>{words.nothingStuck}</p>}
      <ul className="scim-list">
        {stuck.map(({ id, subject, recipient, ...message }) => {
          const fate = fateOf(message)
          return (
            <li key={id} className="scim-row">
              <Link href={`/admin/collections/messages/${id}`} prefetch={false}>
                {subject ?? recipient}
              </Link>
              <Tag colour={FATE_COLOURS[fate]}>{FATE_LABELS[fate][locale]}</Tag>
              <span>{recipient}</span>
            </li>
          )
        })}
      </ul>
      {first && (
        <p className="scim-more">
          <Link
            href="/admin/collections/messages?where[and][0][state][in]=echouee,abandonnee&where[and][1][withdrawnAt][exists]=false"
            prefetch={false}
          >
            {words.all}
            <span className="scim-hidden"> : {words.stuck}</span>
          </Link>
        </p>
      )}
    </section>
  )
}
