import type { Dictionary } from '@/i18n/dictionary'

type Props = { t: Dictionary; choices: { words: string; href: string }[] }

/** The wanted moment is gone: what is free nearest to it, one press away. */
export function TakenNotice({ t, choices }: Props) {
  const words = t.funnel.slot
  return (
    <section className="errors" role="alert" tabIndex={-1} aria-labelledby="pris-titre">
      <h2 id="pris-titre">{words.takenTitle}</h2>
      <p>{choices.length > 0 ? words.taken : words.takenNone}</p>
      <ul>
        {choices.map((choice) => (
          <li key={choice.href}>
            <a href={choice.href}>{choice.words}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
