'use client'

/** `data` is what a refusal tells a program besides its sentence. */
export type Refused = { path: string; message: string; data?: unknown }[]
export type Sent = { ok: true; body: unknown } | { ok: false; errors: Refused }

/** Sends JSON to one of our own routes; whatever refuses, the answer is sentences at their fields. */
export async function send(
  method: 'POST' | 'PATCH',
  url: string,
  body: object,
  words: { failed: string },
): Promise<Sent> {
  try {
    const answer = await fetch(url, {
      method,
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const read: unknown = await answer.json().catch(() => ({})) // A proxy's page is no JSON.
    if (answer.ok) return { ok: true, body: read }
    // as: our routes and Payload's answer refusals so; anything else falls back to one sentence.
    const { errors = [] } = read as { errors?: Partial<Refused[number]>[] }
    const told = errors.map(({ path = '', message = words.failed, data }) => ({
      path,
      message,
      data,
    }))
    return { ok: false, errors: told.length > 0 ? told : [{ path: '', message: words.failed }] }
  } catch {
    return { ok: false, errors: [{ path: '', message: words.failed }] } // No answer came.
  }
}
