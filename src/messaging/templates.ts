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

/** `document` is null where its words stand in memory, in this very version. */
export type TemplateRow = Omit<StoredTemplate, 'document'> & {
  version: string
  document: TemplateDocument | null
}

const MOST = 200
const remembered = new Map<string, StoredTemplate>()

/**
 * The published texts for some keys, as a query and the reader of its rows. PostgreSQL writes each
 * change of a row as another row, which `version` names: words read before are not sent again. Place
 * and transaction alone would not do: VACUUM FULL moves rows to where others of their transaction
 * were, and a server that took over may give the numbers of lost transactions again.
 */
export function templatesFor(keys: readonly TemplateKey[]) {
  const known = new Map([...remembered].filter(([, { key }]) => keys.includes(key)))
  const list = sql.join(
    keys.map((key) => sql`${key}`),
    sql`, `,
  )
  const query = sql`select key, locale, revision::int as revision, version,
      case when version in (
          select jsonb_array_elements_text(${JSON.stringify([...known.keys()])}::jsonb)) then null
        else json_build_object('subject', subject, 'body', body) end as document
    from (select *, concat_ws(' ', tableoid, id, ctid, xmin, updated_at)
      as version from message_templates) t
    where _status = 'published' and key::text in (${list})`
  const read = (rows: readonly TemplateRow[]): StoredTemplate[] =>
    rows.flatMap((row) => known.get(row.version) ?? remember(row))
  return { query, read }
}

function remember({ version, document, ...row }: TemplateRow): StoredTemplate[] {
  if (!document) return []
  if (remembered.size >= MOST) remembered.clear()
  const template = { ...row, document }
  remembered.set(version, template)
  return [template]
}

/** The published texts for some keys. A draft never leaves the house. */
export async function publishedTemplates(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  keys: readonly TemplateKey[],
): Promise<StoredTemplate[]> {
  const { query, read } = templatesFor(keys)
  return read(await rowsOf<TemplateRow>(req, query))
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
