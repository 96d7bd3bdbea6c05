import type { AfterErrorHook } from 'payload'
import { localeOf } from '@/refusal'

/** What the reader of forms says of one it cannot read (busboy), and JSON.parse of one inside. */
const BROKEN =
  /^(Unexpected end of (form|file)|Malformed (part header|content type)|Multipart: Boundary not found|Missing Content-Type|Unsupported content type)/i

const WORDS = {
  fr: 'La demande n’est pas lisible.',
  en: 'The request cannot be read.',
}

/** Nothing that is read as JSON, or what is no record (`null`, `5`): Payload stumbles over it anywhere. */
const lacksRecord = ({ data, method }: { data?: unknown; method?: string }) =>
  /^(POST|PATCH|PUT)$/.test(method ?? '') && (typeof data !== 'object' || data === null)

/** A body that is no form is the sender's fault: 400, where Payload would say 500. */
export const mapBrokenBody: AfterErrorHook = ({ error, req }) => {
  const stumbled = error instanceof TypeError && lacksRecord(req)
  if (!stumbled && !(error instanceof SyntaxError) && !BROKEN.test(error.message)) return
  return { status: 400, response: { errors: [{ message: WORDS[localeOf(req)] }] } }
}
