import type { ComponentProps } from 'react'
import type { Locale } from '@/domain/status'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'
import { WholeCodes } from './Messages'
import { ChoiceWords } from './Rescue'

type Choice = ComponentProps<typeof ChoiceWords>['choice'] & { href: string }

type Props = {
  t: Dictionary
  locale: Locale
  /** The client's own request, which holds the moment. */
  own: string | null
  choices: Choice[]
}

/** The wanted moment is not free: it is theirs already, or what is free nearest to it. */
export function TakenNotice({ t, locale, own, choices }: Props) {
  const words = t.funnel.slot
  if (own)
    return (
      <section className="errors" role="alert" tabIndex={-1} aria-labelledby="pris-titre">
        <h2 id="pris-titre">{words.ownTitle}</h2>
        <p>
          <WholeCodes text={words.own(own)} />
        </p>
        <p>
          <a className="button" href={href(locale, `/espace/${own}`)}>
            {words.seeOwn}
          </a>
        </p>
      </section>
    )
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
