import type { PayloadRequest } from 'payload'
import type { Words } from '@/domain/status'
import { localeOf } from '@/refusal'

/** Answers of our own staff endpoints: never kept by a browser, refusals in Payload's shape. */

export const answer = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } })

export const refuse = (
  req: PayloadRequest,
  status: number,
  words: Words,
  headers?: Record<string, string>,
) => answer({ errors: [{ message: words[localeOf(req)] }] }, status, headers)

export const ANONYMOUS: Words = { fr: 'Connectez-vous d’abord.', en: 'Log in first.' }
export const FORBIDDEN: Words = {
  fr: 'Ceci ne vous est pas ouvert.',
  en: 'This is not open to you.',
}
