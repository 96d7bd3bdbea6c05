import type { UIFieldServerProps } from 'payload'
import { isAdmin, isOwner } from '@/access'
import { adminLocale } from '@/admin/words'
import { env } from '@/env'
import { PropertyClashes } from './Clashes'
import { calendarStates, type CalendarState } from './outsideFacts'
import { faultInWords, outsideWords } from './words'

/** When each calendar from elsewhere was last read, and what went wrong with it. */
export async function OutsideState({ id, payload, req, user, i18n }: UIFieldServerProps) {
  if (!id || !(isAdmin({ req }) || isOwner({ req }))) return null
  const states = await calendarStates(payload, Number(id))
  if (states.length === 0) return null
  const locale = adminLocale(i18n)
  const words = outsideWords(locale)
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: env.timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  })
  const line = ({ succeededAt, checkedAt, fault, periods }: CalendarState) => {
    const good = succeededAt
      ? `${words.read(format.format(new Date(succeededAt)))} · ${words.periods(periods)}`
      : words.never
    if (!fault || !checkedAt) return good
    const bad = words.failed(faultInWords(fault, words), format.format(new Date(checkedAt)))
    return succeededAt ? `${good}. ${bad}. ${words.kept}` : bad
  }
  return (
    <>
      <section className="scim-block">
        <h3>{words.title}</h3>
        <ul className="scim-list">
          {states.map((state) => (
            <li key={`${state.name} ${state.host}`} className={state.fault ? 'scim-fault' : ''}>
              <strong>{state.name}</strong> ({state.host}) : {line(state)}
            </li>
          ))}
        </ul>
      </section>
      <PropertyClashes property={Number(id)} payload={payload} user={user} locale={locale} />
    </>
  )
}
