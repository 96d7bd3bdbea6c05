import { parseContact } from '@/domain/request'
import { isDoubtful } from '@/domain/formTime'
import type { Locale } from '@/domain/status'
import type { FieldError } from '@/domain/view'
import { env } from '@/env'
import { dictionaryOf } from '@/i18n/dictionary'
import { sign, verify } from '@/secrets'
import { isEmpty, readDraft, type Draft } from './draft'
import type { Fields } from './formPost'
import { lacksProof, workInCrowd, type Work } from './proofOfWork'

/**
 * @param earlier what this device typed before: who took their time once may correct it quickly
 * @returns `unproven` when the form is to be shown once more, with the work that it lacked: it was
 * loaded before the crowd came, or its proof has served. Whoever runs no scripts, or lacks it again,
 * is put aside for a person instead.
 */
export async function draftOf(
  fields: Fields,
  earlier: Draft,
): Promise<{ draft: Draft; unproven: boolean }> {
  const { name = '', phone = '', email = '', note = '', consent = '', site = '' } = fields
  const lacking = await lacksProof(fields.preuve ?? '')
  const unproven = lacking && fields.script === 'oui' && fields.encore === undefined
  const shown = verify('formulaire', fields.affiche ?? '')
  const shownAt = shown ? new Date(Number(shown)) : null
  const vouched = earlier.name !== '' && !earlier.doubtful && site === ''
  const odd = !vouched && isDoubtful({ shownAt, now: new Date(), trap: site })
  const doubtful = odd || (lacking && !unproven)
  const draft = { name, phone, email, note, consent: consent === 'oui', doubtful }
  return { draft, unproven }
}

/** When the form is shown, signed: what a program sends back tells when it asked for the form. */
const shownNow = () => sign('formulaire', String(Date.now()))

/** What is wrong with the contact details, by the same rules as the request itself. */
export function draftFaults(draft: Draft, locale: Locale): FieldError[] {
  const { name, phone, email, note, consent } = draft
  const parsed = parseContact(
    { client: { name, phone, email }, note, consent },
    { country: env.country, locale },
  )
  return 'errors' in parsed ? parsed.errors : []
}

/** The contact step as it was left, with its errors when the person was sent back to it. */
export async function contactStep(
  query: Record<string, string>,
  locale: Locale,
): Promise<{ draft: Draft; errors: FieldError[]; shown: string; work: Work | null }> {
  const draft = await readDraft()
  const errors = query.erreurs ? faultsToShow(query.erreurs, draft, locale) : []
  return { draft, shown: shownNow(), work: await workInCrowd(), errors }
}

function faultsToShow(why: string, draft: Draft, locale: Locale): FieldError[] {
  const words = dictionaryOf(locale).funnel.contact
  if (why === 'long') return [{ path: 'note', message: words.tooLong }]
  if (why === 'perdu' && isEmpty(draft)) return [{ path: 'name', message: words.lost }]
  return draftFaults(draft, locale)
}
