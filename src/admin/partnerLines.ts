import type { Payload } from 'payload'
import { poolOf } from '@/database'
import type { HealthLine } from './healthLines'
import type { HealthWords } from './healthWords'

type Counts = {
  programs: number
  retried: number
  givenUp: number
  calendars: number
  failing: number
}

/** The programs that are told and the calendars that are read, in a line each; none where there are none. */
export async function partnerLines(payload: Payload, words: HealthWords): Promise<HealthLine[]> {
  const { rows } = await poolOf(payload).query<Counts>(
    `with calls as (
       select d.state, d.created_at > coalesce((select max(created_at) from webhook_deliveries a
           where a.webhook_id = d.webhook_id and a.state = 'envoyee'), '-infinity') as lately
       from webhook_deliveries d join webhooks w on w.id = d.webhook_id and w.enabled
       where d.state in ('echouee', 'abandonnee'))
     select (select count(*)::int from webhooks where enabled) as programs,
       (select count(*)::int from calls where state = 'echouee') as retried,
       (select count(*)::int from calls where state = 'abandonnee' and lately) as "givenUp",
       (select count(*)::int from outside_calendars) as calendars,
       (select count(*)::int from outside_calendars where fault is not null) as failing`,
  )
  const [found] = rows
  if (!found) throw new Error('the question for partners answered no row')
  const { programs, retried, givenUp, calendars, failing } = found
  const see = (collection: string) => ({
    href: `/admin/collections/${collection}`,
    label: words.see,
    outside: false,
  })
  const lines: HealthLine[] = []
  if (programs > 0) {
    const fails = retried + givenUp > 0
    lines.push({
      name: words.programs,
      health: fails ? 'degraded' : 'ok',
      detail: fails ? words.programsFailing(retried, givenUp) : words.programsOk(programs),
      link: see('webhook-deliveries'),
    })
  }
  if (calendars > 0)
    lines.push({
      name: words.calendars,
      health: failing > 0 ? 'degraded' : 'ok',
      detail:
        failing > 0 ? words.calendarsFailing(failing, calendars) : words.calendarsOk(calendars),
      link: see('properties'),
    })
  return lines
}
