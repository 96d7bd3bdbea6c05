import type { ComponentProps } from 'react'
import type { Dictionary } from '@/i18n/dictionary'
import { ChoiceWords } from './Rescue'

type Choice = ComponentProps<typeof ChoiceWords>['choice'] & { href: string }

/** The wanted moment is gone: what is free nearest to it, one press away. */
export function TakenNotice({ t, choices }: { t: Dictionary; choices: Choice[] }) {
  const words = t.funnel.slot
  return (
    <section className="errors" role="alert" tabIndex={-1} aria-labelledby="pris-titre">
      <h2 id="pris-titre">{words.takenTitle}</h2>
      <p>{choices.length > 0 ? words.taken : words.takenNone}</p>
      {choices.length > 0 && (
        <ul className="rescue">
          {choices.map((choice) => (
            <li key={choice.href}>
              <a className="choose" href={choice.href}>
                <ChoiceWords t={t} choice={choice} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
