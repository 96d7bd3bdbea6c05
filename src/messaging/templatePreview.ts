import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { TEMPLATE_KEYS } from '@/domain/notifications'
import { LOCALES, type Locale, type Words } from '@/domain/status'
import { fillTemplate } from '@/domain/template'
import type { Fault } from '@/domain/templateContent'
import { faultsOf } from '@/domain/templateFaults'
import { fromNotation } from '@/domain/templateNotation'
import { READERS, readersOf, sampleOf, SAMPLES, type Reader } from '@/domain/templateSamples'
import { sampleFacts, type Facts } from '@/domain/variables'
import { factsOf } from './facts'
import { mailFooter } from './mailFooter'
import { wrapHtml } from './mailLayout'
import { officeOf, type Office } from './office'
import { partiesOf } from './parties'

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
}

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
  const facts = wish.reservation
    ? await realFacts(req, wish.reservation, { reader, locale, office })
    : sampleOf(wish.sample, { key, locale, reader })
  if (!facts) return null
  const document = { subject: wish.subject, body: wish.body }
  const faults = faultsOf(document, key)
  const told = faults.map(({ path, message }) => ({ path, message: message[language] }))
  const mailed = reader === 'equipe' || Boolean(facts.client_email) || key === 'lien_acces'
  if (faults.some(({ blocks }) => blocks === 'save'))
    return { faults: told, mail: null, reader, mailed }
  const filled = fillTemplate(document, facts, {
    key,
    locale,
    accent: office.agency.colour,
  })
  if (!filled.ok) {
    const words = { path: 'body' as const, message: NOTHING_LEFT[language] }
    return { faults: told.length > 0 ? told : [words], mail: null, reader, mailed }
  }
  const { subject, text } = filled
  const html = wrapHtml({
    html: filled.html,
    subject,
    locale,
    agency: office.agency,
    footer: mailFooter(locale, office),
  })
  return { faults: told, mail: { subject, text, html }, reader, mailed }
}

async function realFacts(
  req: PayloadRequest,
  id: number,
  about: { reader: Reader; locale: Locale; office: Office },
): Promise<Facts | null> {
  const { reader, locale, office } = about
  const found = await req.payload.findByID({
    collection: 'reservations',
    id,
    depth: 0,
    joins: false,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  if (!found) return null
  const samples = sampleFacts(locale)
  const facts = factsOf({
    reservation: found,
    parties: await partiesOf(req, found.id),
    office,
    audience: reader === 'client' ? 'client' : 'proprietaires',
    locale,
    now: new Date(),
    message: samples.texte_message ?? undefined,
  })
  return { ...facts, lien_acces: samples.lien_acces }
}
