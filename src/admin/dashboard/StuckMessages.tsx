import Link from 'next/link'
import { Tag } from '@/admin/Tag'
import { MESSAGE_STATE_LABELS, MESSAGE_STATES } from '@/domain/message'
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
        {stuck.map(({ id, subject, recipient, state }) => {
          const known = MESSAGE_STATES.find((one) => one === state)
          return (
            <li key={id} className="scim-row">
              <Link href={`/admin/collections/messages/${id}`} prefetch={false}>
                {subject ?? recipient}
              </Link>
              {known && (
                <Tag colour={known === 'abandonnee' ? 'error' : 'warning'}>
                  {MESSAGE_STATE_LABELS[known][locale]}
                </Tag>
              )}
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
