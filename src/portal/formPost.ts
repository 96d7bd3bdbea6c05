import { leftNothing } from '@/databaseRefusal'
import type { Locale } from '@/domain/status'
import { BrokenOff, noteFailure, type BrokenForm, type Outcome } from '@/failure'
import { failure } from '@/i18n/failure'
import { portalPayload } from './payload'

/**
 * The one wrapper of the site's forms: small, and answered with 303. That they come from our own
 * pages only is the gate's work, before Next.
 */

const LARGEST = 64 * 1024

export type Fields = { [name: string]: string }

const refuse = (status: number, text: string) =>
  new Response(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...PRIVATE },
  })

const PRIVATE = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' }

async function fieldsOf(request: Request): Promise<Fields> {
  const form = await request.formData()
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      // PostgreSQL holds no NUL, and no field means one.
      typeof value === 'string' ? [[name, value.replaceAll('\u0000', '')]] : [],
    ),
  )
}

/** Sends the browser to one of our own pages. */
export const seeOther = (path: string) =>
  new Response(null, {
    status: 303,
    headers: { Location: path.startsWith('/') && !path.startsWith('//') ? path : '/', ...PRIVATE },
  })

/** The language of the page that the form stands on: English has a prefix, French none. */
const languageOf = ({ headers, url }: Request): Locale =>
  /^\/en(\/|$)/.test(headers.get('x-scim-path') ?? new URL(url).pathname) ? 'en' : 'fr'

/**
 * @param run reads the fields and says which page comes next
 * @param subject what a form sends that is answered for word by word when it breaks off: its database
 * work is one transaction, the last thing it does, or `run` throws BrokenOff
 */
export async function formPost(
  request: Request,
  run: (fields: Fields, caller: { address: string }) => Promise<string>,
  subject: BrokenForm['subject'] = 'autre',
): Promise<Response> {
  const words = failure[languageOf(request)].form
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST)
    return refuse(413, words.tooLarge)
  let fields: Fields
  try {
    fields = await fieldsOf(request)
  } catch {
    return refuse(400, words.unreadable) // Whatever the parser met was not a form.
  }
  try {
    const address = request.headers.get('x-scim-address') ?? 'inconnue'
    return seeOther(await run(fields, { address }))
  } catch (error) {
    noteFailure(error, { subject, fields, ...endOf(error, fields) })
    const err = error instanceof BrokenOff ? error.cause : error
    await portalPayload().then(
      ({ logger }) => logger.error({ err, msg: 'form failed' }),
      () => undefined, // Payload itself could not start; the answer below says so.
    )
    return refuse(503, words.broken)
  }
}

const meaningOf = (error: unknown): Outcome => (leftNothing(error) ? 'pas_envoye' : 'inconnu')

/** After an attempt of which nothing was known, one that surely left nothing does not say more. */
function endOf(error: unknown, { essai }: Fields): Pick<BrokenForm, 'outcome' | 'reference'> {
  const { outcome, reference } =
    error instanceof BrokenOff ? error : { outcome: meaningOf(error), reference: undefined }
  return { outcome: essai && outcome === 'pas_envoye' ? 'inconnu' : outcome, reference }
}

export const localeOf = (lang: string): Locale => (lang === 'en' ? 'en' : 'fr')
