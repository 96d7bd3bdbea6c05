import type { UIFieldServerProps } from 'payload'
import { isAdmin } from '@/access'
import { ActionDialog } from '@/admin/ActionDialog.client'
import { adminLocale } from '@/admin/words'
import { rowsOf, sql } from '@/database'
import { dayInWords } from '@/domain/wording'
import { env } from '@/env'
import { clientWords } from './words'

/** What a person may ask of us: all that is kept about them, and that it goes. */
export async function ClientCare({ id, req, i18n }: UIFieldServerProps) {
  if (id === undefined || !isAdmin({ req })) return null
  const locale = adminLocale(i18n)
  const words = clientWords(locale)
  const [erasure] = await rowsOf<{ at: string; why: 'demande' | 'delai' }>(
    req,
    sql`select at, why from erasures where client_id = ${Number(id)}`,
  )
  if (erasure)
    return (
      <section className="scim-block">
        <p>
          {words.erased} {dayInWords(new Date(erasure.at), env.timeZone, locale)},{' '}
          {erasure.why === 'demande' ? words.onRequest : words.byTime}.
        </p>
      </section>
    )
  return (
    <section className="scim-block">
      <h3>{words.title}</h3>
      <p>{words.lead}</p>
      <div className="scim-actions">
        <a className="scim-link-button" href={`/api/clients/${id}/data`} download>
          {words.export}
        </a>
        <ActionDialog
          label={words.erase}
          title={words.eraseTitle}
          text={words.eraseText}
          url={`/api/clients/${id}/erase`}
          fields={[]}
          words={words}
        />
      </div>
    </section>
  )
}
