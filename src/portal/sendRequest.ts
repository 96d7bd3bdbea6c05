import { leftNothing } from '@/databaseRefusal'
import type { Locale } from '@/domain/status'
import { orBreakOff } from '@/failure'
import { href } from '@/i18n/paths'
import { isEmpty, readDraft } from './draft'
import { newKey, placeOf, type Answers } from './funnel'
import { requestReservation } from './requestReservation'
import { prove } from './session'

/**
 * Sends the funnel's request. @returns the page that comes next, whatever the answer was
 * @throws BrokenOff where the house failed
 */
export async function sendRequest(
  answers: Answers,
  address: string,
  locale: Locale,
): Promise<string> {
  const found = await orBreakOff(placeOf(answers, locale), () => 'pas_envoye')
  if ('goTo' in found) return found.goTo
  const draft = await readDraft()
  // The check page stood open for longer than what was typed is kept.
  if (isEmpty(draft))
    return href(locale, '/reservation/coordonnees', { ...answers, erreurs: 'perdu' })
  const { name, phone, email, note, consent, doubtful } = draft
  const { property, kind, startsAt, endsAt } = found.place
  const asked = {
    requestKey: answers.cle,
    property: property.id,
    kind,
    startsAt,
    endsAt,
    client: { name, phone, email },
    note,
    locale,
    consent,
  }
  const answer = await orBreakOff(
    requestReservation(asked, { address, source: 'portail', doubtful }),
    (error) => (leftNothing(error) ? 'pas_envoye' : 'inconnu'),
  )
  switch (answer.status) {
    case 200:
    case 201: {
      const { reference } = answer.body.reservation
      await orBreakOff(prove(reference), () => 'enregistre', reference)
      return href(locale, `/reservation/confirmation/${reference}`)
    }
    case 409:
      // A refusal stands for its key: the same moment can be asked for again when it is free again.
      return href(locale, '/reservation/creneau', { ...answers, cle: newKey(), pris: '1' })
    case 422:
      return href(locale, '/reservation/deja', { ...answers, cle: '' })
    case 429:
      return href(
        locale,
        '/reservation/patienter',
        answer.body.errors[0]?.path === 'client.phone'
          ? { numero: '1', ...answers }
          : { minutes: String(Math.ceil(answer.retryAfterSeconds / 60)), ...answers },
      )
    case 400:
      return pageOfFault(answer.body.errors[0]?.path ?? '', answers, locale)
  }
}

function pageOfFault(path: string, answers: Answers, locale: Locale): string {
  if (path === 'property' || path === 'kind')
    return href(locale, '/reservation', { bien: answers.bien, erreurs: '1' })
  if (path === 'startsAt' || path === 'endsAt')
    return href(locale, '/reservation/creneau', { ...answers, erreurs: '1' })
  return href(locale, '/reservation/coordonnees', { ...answers, erreurs: '1' })
}
