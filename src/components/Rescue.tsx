import { propertyName } from '@/domain/propertyName'
import { unbroken } from '@/domain/wording'
import type { Locale } from '@/domain/status'
import type { Dictionary } from '@/i18n/dictionary'
import { href } from '@/i18n/paths'

type Choice = {
  slug: string
  title: string
  district: string
  startsAt: string
  endsAt: string
  same: boolean
  words: string
}

type Props = {
  t: Dictionary
  locale: Locale
  reference: string
  stay: boolean
  choices: Choice[]
}

/** A request that ended without its client wanting it: what is free, filled in, one press away. */
export function Rescue({ t, locale, reference, stay, choices }: Props) {
  if (choices.length === 0) return null
  return (
    <section aria-labelledby="autres-titre">
      <h2 id="autres-titre">{t.rescue.title}</h2>
      <p>{t.rescue.lead}</p>
      <ul className="rescue">
        {choices.map((choice) => (
          <li key={`${choice.slug} ${choice.startsAt}`}>
            <form method="post" action={href(locale, `/espace/${reference}/reprendre`)}>
              <input type="hidden" name="bien" value={choice.slug} />
              <input type="hidden" name="debut" value={choice.startsAt} />
              {stay && <input type="hidden" name="fin" value={choice.endsAt} />}
              <button type="submit">
                <ChoiceWords t={t} choice={choice} />
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p className="quiet after">{t.rescue.check}</p>
    </section>
  )
}

export function ChoiceWords({ t, choice }: { t: Dictionary; choice: Choice }) {
  return (
    <>
      <strong>{unbroken(choice.words)}</strong>
      <small>
        {propertyName(choice)} · {choice.same ? t.rescue.same : t.rescue.similar}
      </small>
    </>
  )
}
