import type { TemplateKey } from '@/domain/notifications'
import type { Facts } from '@/domain/variables'
import { BUILT_IN } from './builtIn/texts'
import { chooseAndRender } from './chooseAndRender'
import { makeDecisionLink, type DecisionLinkRow } from './decisionLink'
import { recipientsOf } from './parties'
import type { Telling } from './telling'

export type Reader = ReturnType<typeof recipientsOf>[number]

/** What one person reads, and the link of their own in it. */
export type Letter = {
  reader: Reader
  text: ReturnType<typeof chooseAndRender>
  link: DecisionLinkRow | null
}

/** An owner may answer these from the mail itself, by a link of their own. */
const DECIDING: readonly TemplateKey[] = ['nouvelle_demande', 'rappel_delai']

/** @param told whom this event has been told to already; those who are now are added */
export function lettersOf(telling: Telling, told: Set<string>): Letter[] {
  const { template, to, reservation, now } = telling
  const decides = to === 'proprietaires' && DECIDING.includes(template)
  const { id, holdUntil } = reservation
  // The text for all who decide nothing; written once, and only when there is such a reader.
  let common: Letter['text'] | undefined
  return readersOf(telling, told).map((reader) => {
    const link =
      decides && reader.id
        ? makeDecisionLink({
            reservation: id,
            user: reader.id,
            holdUntil: new Date(holdUntil),
            now,
          })
        : null
    const text = link ? write(telling, { lien_admin: link.address }) : (common ??= write(telling))
    return { reader, text, link: link?.row ?? null }
  })
}

/** One message per event and person, whatever the number of their roles. */
function readersOf({ event, to, known }: Telling, told: Set<string>): Reader[] {
  return recipientsOf(to, known.parties, known.office.agency.name.fr).filter((person) => {
    // Words of ours already stand on the page: without an address there is nothing to notify.
    if (event === 'message_de_l_equipe' && !person.email) return false
    const name = `${to === 'client' ? 'client' : 'equipe'} ${person.email?.toLowerCase()}`
    if (told.has(name)) return false
    told.add(name)
    return true
  })
}

export const storedText = ({ known, template, locale }: Telling) =>
  known.stored.find((one) => one.key === template && one.locale === locale) ?? null

const write = (telling: Telling, links: Pick<Facts, 'lien_admin'> = {}) =>
  chooseAndRender({
    stored: storedText(telling)?.document ?? null,
    builtIn: BUILT_IN[telling.template][telling.locale],
    key: telling.template,
    locale: telling.locale,
    accent: telling.known.office.agency.colour,
    facts: { ...telling.facts, ...links },
  })
