import type { PayloadRequest } from 'payload'

/** What was sent, by name. Nothing of it is believed: whoever reads a name checks what it holds. */
export type Body = Record<string, unknown>

/** The JSON body of a request: no body has no fields, one that is no object is null. */
export async function bodyOf(req: PayloadRequest): Promise<Body | null> {
  try {
    const text = (await req.text?.()) ?? ''
    const body: unknown = text === '' ? {} : JSON.parse(text)
    return typeof body === 'object' && body !== null ? (body as Body) : null // as: an object's fields.
  } catch {
    return null // Not JSON: the caller says so.
  }
}
