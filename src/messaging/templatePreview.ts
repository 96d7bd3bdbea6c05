import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { TEMPLATE_KEYS, type TemplateKey } from '@/domain/notifications'
import { LOCALES, type Locale, type Words } from '@/domain/status'
import { fillTemplate } from '@/domain/template'
import type { Fault } from '@/domain/templateContent'
import { faultsOf } from '@/domain/templateFaults'
import { fromNotation } from '@/domain/templateNotation'
import { READERS, readersOf, sampleOf, SAMPLES, type Reader } from '@/domain/templateSamples'
import { mailFooter } from './mailFooter'
import { wrapHtml } from './mailLayout'
import { officeOf, type Office } from './office'
import { realFacts } from './realFacts'
import { sealed } from './sealed'

/** A text as it would leave now, saved or not. Nothing of it is stored. */

const text = z
  .unknown()
  .transform((value) => (typeof value === 'string' ? fromNotation(value) : value))

export const previewWish = z.object({
  key: z.enum(TEMPLATE_KEYS),
  locale: z.enum(LOCALES),
  subject: text,
  body: text,
  sample: z.enum(SAMPLES).default('ordinaire'),
  reader: z.enum(READERS).optional(),
  /** Id of a real reservation: the caller makes sure that the asker may read it. */
  reservation: z.int().positive().max(2_147_483_647).nullish(),
})
export type PreviewWish = z.output<typeof previewWish>

export type Mail = { subject: string; text: string; html: string }
export type Preview = {
  /** Why the text cannot be published yet, in the asker's language. */
  faults: { path: Fault['path']; message: string }[]
  /** Null when the text cannot be sent as it looks. */
  mail: Mail | null
  reader: Reader
  /** False: this client reads the message on the page alone. */
  mailed: boolean
  /** False: it is read in the mail alone. */
  onPage: boolean
}

const MADE_UP_FINGERPRINT = '7F3A-09C2-51BE'

const NOTHING_LEFT: Words = {
  fr: 'Avec cet exemple, il ne reste rien du message, ou une variable n’a pas de valeur.',
  en: 'With this sample nothing is left of the message, or a variable has no value.',
}

/** @returns null when the reservation asked for does not exist */
export async function previewOf(
  req: PayloadRequest,
  wish: PreviewWish,
  language: Locale,
): Promise<Preview | null> {
  const { key, locale } = wish
  const readers = readersOf(key)
  const reader = readers.find((one) => one === wish.reader) ?? readers[0] ?? 'client'
  const office = await officeOf(req)
  const known = wish.reservation
    ? await realFacts(req, wish.reservation, { key, reader, locale, office })
    : { facts: sampleOf(wish.sample, { key, locale, reader }), fingerprint: MADE_UP_FINGERPRINT }
  if (!known) return null
  const { facts } = known
  const document = { subject: wish.subject, body: wish.body }
  const faults = faultsOf(document, key)
  const told = faults.map(({ path, message }) => ({ path, message: message[language] }))
  const mailed = reader === 'equipe' || Boolean(facts.client_email) || key === 'lien_acces'
  const where = { reader, mailed, onPage: reader === 'client' && isOnPage(key) }
  if (faults.some(({ blocks }) => blocks === 'save')) return { faults: told, mail: null, ...where }
  const filled = fillTemplate(document, facts, {
    key,
    locale,
    accent: office.agency.colour,
  })
  if (!filled.ok) {
    const words = { path: 'body' as const, message: NOTHING_LEFT[language] }
    return { faults: told.length > 0 ? told : [words], mail: null, ...where }
  }
  const { subject } = filled
  const parts =
    key === 'lien_acces'
      ? { text: filled.text, html: unsealed(filled, locale, office) }
      : sealed(filled, { template: key, locale, office, fingerprint: known.fingerprint })
  return { faults: told, mail: { subject, ...parts }, ...where }
}

/** Of words of ours the page shows the words; the link to all bookings belongs to none of them. */
const isOnPage = (key: TemplateKey) => key !== 'nouveau_message' && key !== 'lien_acces'

/** The link to all bookings is about no history. */
const unsealed = (
  { subject, html }: { subject: string; html: string },
  locale: Locale,
  office: Office,
) => wrapHtml({ html, subject, locale, agency: office.agency, footer: mailFooter(locale, office) })
