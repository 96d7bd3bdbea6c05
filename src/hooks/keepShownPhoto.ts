import type { CollectionBeforeDeleteHook } from 'payload'
import { rowsOf, sql } from '@/database'
import { localeOf, Refusal } from '@/refusal'

/** A photo leaves the pages first: deleted under them, it would be gone from each without a word. */
export const keepShownPhoto: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const places = await rowsOf<{ title: string | null }>(
    req,
    sql`select p.title from properties p where exists (select 1 from properties_rels r
          where r.parent_id = p.id and r.path = 'photos' and r.media_id = ${Number(id)})
        union all select null from settings where agency_logo_id = ${Number(id)}
        order by title`,
  )
  const [first] = places
  if (!first) return
  const others = places.length - 1
  const language = localeOf(req)
  const logo = { fr: 'l’agence, comme logo', en: 'the agency, as its logo' }[language]
  const shownBy = `${first.title ?? logo}${others > 0 ? ` (+ ${others})` : ''}`
  throw new Refusal(
    'photo_montree',
    {
      fr: `Cette photo sert encore : ${shownBy}. Retirez-la d’abord de là.`,
      en: `This picture is still in use: ${shownBy}. Remove it there first.`,
    },
    'id',
    409,
    language,
  )
}
