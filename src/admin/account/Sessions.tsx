import type { UIFieldServerProps } from 'payload'
import { ActionDialog } from '@/admin/ActionDialog.client'
import { adminLocale } from '@/admin/words'
import { rowsOf, sql } from '@/database'
import { momentInWords } from '@/domain/wording'
import { env } from '@/env'
import { currentSession } from '@/hooks/endSessions'
import { sessionWords } from './words'

/** Where this account is logged in: to look through, and to end what is not one's own any more. */
export async function Sessions({ id, req, i18n }: UIFieldServerProps) {
  if (id === undefined || !req.user || (req.user.id !== id && req.user.role !== 'admin'))
    return null
  const locale = adminLocale(i18n)
  const words = sessionWords(locale)
  const current = currentSession(req)
  const sessions = await rowsOf<{ id: string; since: string; until: string }>(
    req,
    sql`select id, created_at as since, expires_at as until from users_sessions
        where _parent_id = ${Number(id)} and expires_at > now() order by created_at desc`,
  )
  const moment = (instant: string) => momentInWords(new Date(instant), env.timeZone, locale)
  const others = sessions.filter((session) => session.id !== current)
  const dialog = { url: `/api/users/${id}/end-sessions`, fields: [], words }
  return (
    <section className="scim-block">
      <h3>{words.title}</h3>
      {sessions.length === 0 && <p>{words.none}</p>}
      <ul className="scim-list">
        {sessions.map((session) => (
          <li key={session.id}>
            {words.since} {moment(session.since)}
            <br />
            <small>
              {session.id === current ? words.current : `${words.until} ${moment(session.until)}`}
            </small>
            {session.id !== current && (
              <div className="scim-more">
                <ActionDialog
                  {...dialog}
                  label={words.end}
                  title={words.endTitle}
                  fixed={{ session: session.id }}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <ActionDialog
          {...dialog}
          label={words.endOthers}
          title={words.endOthersTitle}
          fixed={{ others: true }}
        />
      )}
    </section>
  )
}
