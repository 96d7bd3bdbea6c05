import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import { fingerprintOf } from '@/domain/chain'
import type { Locale } from '@/domain/status'

/** The fingerprint of a reservation's history as it stands: what messages and the page bear. */
export async function historyFingerprint(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  reservation: number,
): Promise<string> {
  const [row] = await rowsOf<{ hash: string | null }>(req, lastHashQuery(reservation))
  return sealedBy(row?.hash)
}

export const lastHashQuery = (reservation: number) =>
  sql`select hash from status_history where reservation_id = ${reservation}
      order by id desc limit 1`

export function sealedBy(hash: string | null | undefined): string {
  if (!hash) throw new Error('a reservation without a sealed history')
  return fingerprintOf(hash)
}

export const fingerprintLine = (fingerprint: string, locale: Locale): string =>
  locale === 'fr'
    ? `Empreinte de l’historique : ${fingerprint}`
    : `Fingerprint of the history: ${fingerprint}`
