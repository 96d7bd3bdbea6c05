import type { Payload } from 'payload'
import { rowsOf, sql } from '@/database'

/**
 * Where the very text that each message was written from can be read, by the message's id: one
 * statement. Staff read French, a client the language of the request; the built-in text has no
 * version, and the hundredth publication lets go of the first.
 */
export async function templateLinks(
  payload: Payload,
  messages: readonly number[],
): Promise<Map<number, string>> {
  if (messages.length === 0) return new Map()
  const ids = sql.join(
    messages.map((id) => sql`${id}`),
    sql`, `,
  )
  const rows = await rowsOf<{ id: number; parent: number; version: number }>(
    { payload, transactionID: undefined },
    sql`select m.id, v.parent_id as parent, min(v.id) as version
        from messages m
        left join reservations r on r.id = m.reservation_id
        join _message_templates_v v on v.version_key::text = m.template
          and v.version_locale::text = case when m.audience = 'client' then r.locale::text else 'fr' end
          and v.version_revision::text = m.template_version
          and v.version__status = 'published'
        where m.id in (${ids})
        group by m.id, v.parent_id`,
  )
  return new Map(
    rows.map(({ id, parent, version }) => [
      id,
      `/admin/collections/message-templates/${parent}/versions/${version}`,
    ]),
  )
}
