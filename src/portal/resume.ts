import type { Locale } from '@/domain/status'
import { href } from '@/i18n/paths'
import { provenPage } from './clientPage'
import { keepDraft } from './draft'
import type { Fields } from './formPost'
import { answersOf, newKey, placeOf } from './funnel'

/**
 * Takes up a request that ended at another place: the same person and kind, all typed already.
 * @returns the check page, or the moment page when the place went meanwhile
 */
export async function resume(reference: string, fields: Fields, locale: Locale): Promise<string> {
  const page = await provenPage(reference, locale)
  if (!page) return href(locale, '/suivi')
  const { reservation, client, note } = page
  const answers = { ...answersOf(fields), type: reservation.kind, cle: newKey() }
  const found = await placeOf(answers, locale)
  if ('goTo' in found) return found.goTo
  await keepDraft({
    name: client.name,
    phone: client.phone,
    email: client.email ?? '',
    note: note ?? '',
    consent: true,
    doubtful: false,
  })
  return found.place.taken
    ? href(locale, '/reservation/creneau', { ...answers, pris: '1' })
    : href(locale, '/reservation/verification', answers)
}
