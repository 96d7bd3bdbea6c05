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

export const templatesQuery = (keys: readonly TemplateKey[]) => {
  const list = sql.join(
    keys.map((key) => sql`${key}`),
    sql`, `,
  )
  return sql`select key, locale, revision::int as revision,
      json_build_object('subject', subject, 'body', body) as document
    from message_templates where _status = 'published' and key::text in (${list})`
}

/** The published texts for some keys. A draft never leaves the house. */
export async function publishedTemplates(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  keys: readonly TemplateKey[],
): Promise<StoredTemplate[]> {
  return rowsOf<StoredTemplate>(req, templatesQuery(keys))
}

export type TemplateState = {
  id: number
  key: TemplateKey
  locale: Locale
  /** Null until something was published. */
  revision: number | null
  published: boolean
  /** A newer text is being written. */
  draft: boolean
  document: TemplateDocument
}

/** Every stored template, published or not: one statement. */
export async function templateStates(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<TemplateState[]> {
  return rowsOf<TemplateState>(
    req,
    sql`select t.id, t.key, t.locale, t.revision::int as revision,
          t._status = 'published' as published,
          coalesce((select v.version__status = 'draft' from _message_templates_v v
            where v.parent_id = t.id and v.latest order by v.id desc limit 1), false) as draft,
          json_build_object('subject', t.subject, 'body', t.body) as document
        from message_templates t`,
  )
}
