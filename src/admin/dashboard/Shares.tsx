import Link from 'next/link'
import type { Part } from './part'

/** How many of the promises that fell due this month were kept, owner by owner. */
export function Shares({ shares, words }: Part) {
  const owners = shares[0]?.owners ?? 0
  return (
    <section className="scim-block">
      <h2>{words.kept}</h2>
      {owners === 0 && <p>{words.noPromise}</p>}
      {owners > shares.length && <p>{words.fewest(shares.length, owners)}</p>}
      <ul className="scim-list">
        {shares.map(({ name, kept, due }, at) => (
          <li key={at} className="scim-row">
            <span>{name ?? words.house}</span>
            <strong>{words.share(kept, due)}</strong>
          </li>
        ))}
      </ul>
      {owners > shares.length && (
        <p className="scim-more">
          <Link href="/admin/rapports" prefetch={false}>
            {words.reports}
          </Link>
        </p>
      )}
    </section>
  )
}
