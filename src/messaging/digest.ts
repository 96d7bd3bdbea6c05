import type { Payload, PayloadRequest } from 'payload'
import { inTransaction, poolOf, rowsOf, sql } from '@/database'
import type { TemplateKey } from '@/domain/notifications'
import { escapeHtml } from '@/domain/templateValues'
import { ABOUT, staleNow, type About } from './about'
import { mailFooter } from './mailFooter'
import { escapedLink, wrapHtml } from './mailLayout'
import { officeOf, type Office } from './office'
import { withdraw } from './withdraw'

type Waiting = {
  id: number
  recipient: string
  recipientName: string | null
  subject: string | null
  text: string
  template: TemplateKey
  about: About
  queuedAt: string
  now: string
}

const DUE = `digest and gathered_in_id is null and state = 'a_envoyer' and next_attempt_at <= now()`

/** Puts what waited for one quiet reader into one mail. Of several workers one does it. */
export async function gatherDigests(payload: Payload): Promise<void> {
  const { rowCount } = await poolOf(payload).query(`select 1 from messages where ${DUE} limit 1`)
  if (rowCount === 0) return
  await inTransaction(payload, {}, async (req) => {
    const [lock] = await rowsOf<{ mine: boolean }>(
      req,
      sql`select pg_try_advisory_xact_lock(hashtext('scim digest')) as mine`,
    )
    if (!lock?.mine) return
    const byReader = new Map<string, Waiting[]>()
    for (const message of await dueOnes(req)) {
      const stale = staleNow(message.template, message.about, {
        tried: false,
        queuedAt: new Date(message.queuedAt),
        now: new Date(message.now),
      })
      if (stale) await withdraw(req, message.id, stale)
      else byReader.set(message.recipient, [...(byReader.get(message.recipient) ?? []), message])
    }
    for (const messages of byReader.values()) await gather(req, messages)
  })
}

const dueOnes = (req: PayloadRequest) =>
  rowsOf<Waiting>(
    req,
    sql`select m.id, m.recipient, m.recipient_name as "recipientName", m.subject, m.text, m.template,
          ${sql.raw(ABOUT)} as about, m.created_at as "queuedAt", now() as now
        from messages m join reservations r on r.id = m.reservation_id
        where ${sql.raw(DUE)} order by m.id for update of m`,
  )

async function gather(req: PayloadRequest, messages: Waiting[]): Promise<void> {
  const [first] = messages
  if (!first) return
  if (messages.length === 1) {
    await rowsOf(req, sql`update messages set digest = false where id = ${first.id}`)
    return
  }
  const office = await officeOf(req)
  const subject = `Résumé : ${messages.length} nouvelles de vos biens`
  const digest = await req.payload.db.create({
    collection: 'messages',
    data: {
      direction: 'sortant',
      channel: 'email',
      audience: 'equipe',
      recipient: first.recipient,
      recipientName: first.recipientName,
      subject,
      text: messages
        .map((one) => `${one.subject}\n\n${one.text.trim()}`)
        .join('\n\n----------\n\n'),
      html: wrapHtml({
        html: messages.map((one) => section(one, office.agency)).join('<hr>'),
        subject,
        locale: 'fr',
        agency: office.agency,
        footer: mailFooter('fr', office),
      }),
      state: 'a_envoyer',
      attempts: 0,
      nextAttemptAt: first.now,
      unknownOutcome: false,
      digest: false,
    },
    req,
  })
  const ids = sql.join(
    messages.map(({ id }) => sql`${id}`),
    sql`, `,
  )
  await rowsOf(
    req,
    sql`with gathered as (
          update messages set gathered_in_id = ${digest.id}, next_attempt_at = null,
            updated_at = now() where id in (${ids}) returning id)
        insert into message_events (message_id, kind, detail)
        select id, 'regroupee', ${String(digest.id)} from gathered`,
  )
}

/** A text with its addresses as links, for there is no template around the several. */
const section = ({ subject, text }: Waiting, agency: Office['agency']) =>
  `<h2 style="font-size:18px">${escapeHtml(subject ?? '')}</h2>
<p style="white-space:pre-wrap">${escapeHtml(text.trim()).replace(/https?:\/\/[^\s<>()]+/g, (url) =>
    escapedLink(url, agency),
  )}</p>`
