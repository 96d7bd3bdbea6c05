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

export type TemplateVersion = { id: number; version: string }

/** PostgreSQL writes each change of a row as another row: this names one, and never two. */
const VERSION = sql`concat_ws(' ', tableoid, ctid, xmin) as version`

/** Which texts are published for some keys: their words are read once per version. */
export const templatesQuery = (keys: readonly TemplateKey[]) => {
  const list = sql.join(
    keys.map((key) => sql`${key}`),
    sql`, `,
  )
  return sql`select id, ${VERSION} from message_templates
    where _status = 'published' and key::text in (${list})`
}

const MOST = 200
const remembered = new Map<string, StoredTemplate>()

/** The texts themselves. What stands in memory is the very version that is published now. */
export async function readTemplates(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  versions: readonly TemplateVersion[],
): Promise<StoredTemplate[]> {
  const known = versions.flatMap(({ version }) => remembered.get(version) ?? [])
  const unread = versions.filter(({ version }) => !remembered.has(version))
  if (unread.length === 0) return known
  const ids = sql.join(
    unread.map(({ id }) => sql`${id}`),
    sql`, `,
  )
  const read = await rowsOf<StoredTemplate & { version: string }>(
    req,
    sql`select ${VERSION}, key, locale, revision::int as revision,
          json_build_object('subject', subject, 'body', body) as document
        from message_templates where _status = 'published' and id in (${ids})`,
  )
  if (remembered.size > MOST) remembered.clear()
  for (const template of read) remembered.set(template.version, template)
  return [...known, ...read]
}

/** The published texts for some keys. A draft never leaves the house. */
export const publishedTemplates = async (
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  keys: readonly TemplateKey[],
): Promise<StoredTemplate[]> =>
  readTemplates(req, await rowsOf<TemplateVersion>(req, templatesQuery(keys)))

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
