import { headers } from 'next/headers'
import type { Payload } from 'payload'

/**
 * What a record is called, for its tab: Payload calls every reservation « Modification ».
 * Null where the path is no record's, or its reader may not read it.
 * @param path of a page of the panel, '/admin/collections/reservations/12'
 */
export async function recordTitleOf(path: string, payload: Payload): Promise<string | null> {
  const [, slug = '', id = ''] = /^\/admin\/collections\/([\w-]+)\/(\d{1,9})$/.exec(path) ?? []
  const known = Object.entries(payload.collections).find(([one]) => one === slug)
  if (!known) return null
  const { user } = await payload.auth({ headers: await headers() })
  if (!user) return null
  const record = await payload.findByID({
    // as: whichever it is, one field is read of it, by name.
    collection: slug as 'reservations',
    id,
    depth: 0,
    joins: false,
    overrideAccess: false,
    user,
    disableErrors: true,
  })
  const { useAsTitle } = known[1].config.admin
  const title: unknown = Object.entries(record ?? {}).find(([name]) => name === useAsTitle)?.[1]
  return typeof title === 'string' && title ? title : null
}
