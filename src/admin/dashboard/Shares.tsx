import type { Part } from './part'

/** How many of the promises that fell due this month were kept, owner by owner. */
export function Shares({ shares, words }: Part) {
  return (
    <section className="scim-block">
      <h2>{words.kept}</h2>
      {shares.length === 0 && <p>{words.noPromise}</p>}
      <ul className="scim-list">
        {shares.map(({ name, kept, due }, at) => (
          <li key={at} className="scim-row">
            <span>{name ?? words.house}</span>
            <strong>{words.share(kept, due)}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}
