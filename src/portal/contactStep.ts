import { parseContact } from '@/domain/request'
import type { Locale } from '@/domain/status'
import type { FieldError } from '@/domain/view'
import { env } from '@/env'
import { dictionaryOf } from '@/i18n/dictionary'
import { readDraft, type Draft } from './draft'
import type { Fields } from './formPost'

export function draftOf(fields: Fields): Draft {
  const { name = '', phone = '', email = '', note = '', consent = '' } = fields
  return { name, phone, email, note, consent: consent === 'oui' }
}

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
): Promise<{ draft: Draft; errors: FieldError[] }> {
  const draft = await readDraft()
  if (query.erreurs === 'long')
    return {
      draft,
      errors: [{ path: 'note', message: dictionaryOf(locale).funnel.contact.tooLong }],
    }
  return { draft, errors: query.erreurs ? draftFaults(draft, locale) : [] }
}
