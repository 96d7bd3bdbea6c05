import type { PayloadRequest } from 'payload'
import { rowsOf, sql } from '@/database'
import type { TemplateKey } from '@/domain/notifications'
import type { Locale } from '@/domain/status'
import type { TemplateDocument } from '@/domain/template'

export type StoredTemplate = {
  key: TemplateKey
  locale: Locale
  revision: number | null
  document: TemplateDocument
}

/** The published texts for some keys. A draft never leaves the house. */
export async function publishedTemplates(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  keys: readonly TemplateKey[],
): Promise<StoredTemplate[]> {
  const list = sql.join(
    keys.map((key) => sql`${key}`),
    sql`, `,
  )
  return rowsOf<StoredTemplate>(
    req,
    sql`select key, locale, revision::int as revision,
          json_build_object('subject', subject, 'body', body) as document
        from message_templates where _status = 'published' and key::text in (${list})`,
  )
}
