import { portalPayload } from './payload'
import type { Locale } from '@/domain/status'

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

/** @param run reads the fields and says which page comes next */
export async function formPost(
  request: Request,
  run: (fields: Fields, caller: { address: string }) => Promise<string>,
): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST)
    return refuse(413, 'Le formulaire est trop grand.')
  let fields: Fields
  try {
    fields = await fieldsOf(request)
  } catch {
    return refuse(400, 'Le formulaire est illisible.') // Whatever the parser met was not a form.
  }
  try {
    const address = request.headers.get('x-scim-address') ?? 'inconnue'
    return seeOther(await run(fields, { address }))
  } catch (error) {
    await portalPayload().then(
      ({ logger }) => logger.error({ err: error, msg: 'form failed' }),
      () => undefined, // Payload itself could not start; the answer below says so.
    )
    return refuse(
      503,
      'Le service est interrompu un moment. Rien de ce qui est enregistré n’est perdu : revenez en arrière et réessayez dans quelques minutes.',
    )
  }
}

export const localeOf = (lang: string): Locale => (lang === 'en' ? 'en' : 'fr')
