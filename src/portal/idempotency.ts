import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { Receipt } from '@/domain/view'

/**
 * Claims a request key in this transaction. A second request with the same key waits here until
 * the first one ended, then reads its answer.
 * @returns null when the key is ours, the first answer when it was the same content, else 'other'
 */
export async function claimKey(
  req: PayloadRequest,
  key: string,
  fingerprint: string,
): Promise<Receipt | 'other' | null> {
  const claimed = await rowsOf(
    req,
    sql`insert into request_answers (request_key, fingerprint) values (${key}, ${fingerprint})
        on conflict do nothing returning request_key`,
  )
  if (claimed.length > 0) return null
  const [first] = await rowsOf<{ fingerprint: string; body: string | null }>(
    req,
    sql`select fingerprint, body from request_answers where request_key = ${key}`,
  )
  if (!first?.body || first.fingerprint !== fingerprint) return 'other'
  return JSON.parse(first.body) as Receipt // as: rememberAnswer wrote it.
}

export async function rememberAnswer(
  req: PayloadRequest,
  key: string,
  receipt: Receipt,
): Promise<void> {
  await rowsOf(
    req,
    sql`update request_answers set body = ${JSON.stringify(receipt)} where request_key = ${key}`,
  )
}
